<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>&lt;h3&gt;lenet_gui {0}&lt;/h3&gt;&lt;p&gt;LeNet-5, the network of Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner (&lt;i&gt;Gradient-based learning applied to document recognition&lt;/i&gt;, Proc. IEEE 86(11), 1998), reads the digits you draw.&lt;/p&gt;&lt;p&gt;lenet_gui is free under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License 3 (LGPL), PyTorch and NumPy under BSD licences, Pillow under the MIT-CMU licence, OpenCV, ONNX and safetensors under the Apache licence 2.0, PyQtGraph and platformdirs under the MIT licence, and tqdm under the MPL 2.0 and MIT licences.&lt;/p&gt;&lt;p&gt;MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;lenet_gui {0}&lt;/h3&gt;&lt;p&gt;LeNet-5 是 Yann LeCun、Léon Bottou、Yoshua Bengio 和 Patrick Haffner 提出的网络（&lt;i&gt;Gradient-based learning applied to document recognition&lt;/i&gt;，Proc. IEEE 86(11)，1998），它识别您手写的数字。&lt;/p&gt;&lt;p&gt;lenet_gui 依 MIT 许可证自由使用。它使用 Qt 和 PySide6（GNU 宽通用公共许可证 3，即 LGPL）、PyTorch 和 NumPy（BSD 许可证）、Pillow（MIT-CMU 许可证）、OpenCV、ONNX 和 safetensors（Apache 许可证 2.0）、PyQtGraph 和 platformdirs（MIT 许可证）以及 tqdm（MPL 2.0 和 MIT 许可证）。&lt;/p&gt;&lt;p&gt;MNIST：Yann LeCun、Corinna Cortes 和 Christopher J. C. Burges，CC BY-SA 3.0。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>AccessibleNames</name>
    <message>
        <source>Blank page</source>
        <translation>空白页面</translation>
    </message>
    <message>
        <source>Resize the window</source>
        <translation>调整窗口大小</translation>
    </message>
    <message>
        <source>More of the toolbar</source>
        <translation>工具栏的更多按钮</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存手写稿</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the drawing, as strokes or as an image</source>
        <translation>把手写稿保存为笔画或图像</translation>
    </message>
    <message>
        <source>&amp;Keep for recovery</source>
        <translation>保留以便恢复(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the drawing on this computer, to offer it after a sudden end</source>
        <translation>在本机保留手写稿，程序意外结束后可恢复</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last change to the drawing</source>
        <translation>撤销对手写稿的上一次改动</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the last undone change</source>
        <translation>重做刚才撤销的操作</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the drawing, as strokes and as an image</source>
        <translation>把手写稿作为笔画和图像复制</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Open drawings, images, videos, checkpoints or labelled data</source>
        <translation>打开手写稿、图像、视频、检查点或带标签的数据</translation>
    </message>
    <message>
        <source>Sa&amp;mples …</source>
        <translation>示例(&amp;M) …</translation>
    </message>
    <message>
        <source>Open a drawing or a page that comes with the program</source>
        <translation>打开随程序附带的手写稿或照片</translation>
    </message>
    <message>
        <source>Paste a copied drawing, image, file or path</source>
        <translation>粘贴复制的手写稿、图像、文件或路径</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>复制为文本(&amp;X)</translation>
    </message>
    <message>
        <source>Copy all lines read from a picture</source>
        <translation>复制图片中识别出的所有行</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Clear the page (can be undone)</source>
        <translation>清空画板；可以撤销</translation>
    </message>
    <message>
        <source>Erase whole strokes with the pen</source>
        <translation>用笔擦除整条笔画</translation>
    </message>
    <message>
        <source>&amp;Thinner pen</source>
        <translation>更细的笔(&amp;T)</translation>
    </message>
    <message>
        <source>Draw thinner lines</source>
        <translation>画更细的线</translation>
    </message>
    <message>
        <source>T&amp;hicker pen</source>
        <translation>更粗的笔(&amp;H)</translation>
    </message>
    <message>
        <source>Draw thicker lines</source>
        <translation>画更粗的线</translation>
    </message>
    <message>
        <source>&amp;Random MNIST digit</source>
        <translation>随机 MNIST 数字(&amp;R)</translation>
    </message>
    <message>
        <source>Put a random MNIST test digit onto the page</source>
        <translation>把一个随机的 MNIST 测试数字放到画板上</translation>
    </message>
    <message>
        <source>&amp;Start or stop the camera</source>
        <translation>启动或停止摄像头(&amp;S)</translation>
    </message>
    <message>
        <source>Start or stop reading the camera, network camera, video or screen</source>
        <translation>开始或停止识别摄像头、网络摄像头、视频或屏幕</translation>
    </message>
    <message>
        <source>&amp;Freeze the picture</source>
        <translation>定格画面(&amp;F)</translation>
    </message>
    <message>
        <source>Freeze or resume the live picture</source>
        <translation>定格或恢复实时画面</translation>
    </message>
    <message>
        <source>&amp;Open checkpoint …</source>
        <translation>打开检查点(&amp;O)…</translation>
    </message>
    <message>
        <source>Use a trained network from a file</source>
        <translation>使用文件中训练好的网络</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>网络库(&amp;L)</translation>
    </message>
    <message>
        <source>All trained networks: compare, rename, annotate, train further</source>
        <translation>所有训练好的网络：比较、重命名、备注、继续训练</translation>
    </message>
    <message>
        <source>&amp;Export network …</source>
        <translation>导出网络(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the network in use as an ONNX model, as weights, or as a PyTorch script</source>
        <translation>把当前网络保存为 ONNX 模型、权重或 PyTorch 脚本</translation>
    </message>
    <message>
        <source>&amp;Test this network</source>
        <translation>测试这个网络(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Certainty</source>
        <translation>把握(&amp;C)</translation>
    </message>
    <message>
        <source>How certain the network must be to answer, and what that costs</source>
        <translation>网络要有多大把握才回答，以及代价是什么</translation>
    </message>
    <message>
        <source>&amp;More careful</source>
        <translation>更谨慎(&amp;M)</translation>
    </message>
    <message>
        <source>Answer less often, with fewer errors</source>
        <translation>少回答一些，错误也更少</translation>
    </message>
    <message>
        <source>Less caref&amp;ul</source>
        <translation>放宽些(&amp;U)</translation>
    </message>
    <message>
        <source>Answer more often, with more errors</source>
        <translation>多回答一些，错误也更多</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Start a training with the settings in the Training panel</source>
        <translation>按“训练”面板中的设置开始训练</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation>暂停训练，或继续</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the training; the network trained so far can be kept</source>
        <translation>停止训练；可以保留到目前为止训练的网络</translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation>全部设置(&amp;A)…</translation>
    </message>
    <message>
        <source>All training settings, with a preview of the image augmentation</source>
        <translation>训练的所有设置，图像增强可以预览</translation>
    </message>
    <message>
        <source>&amp;Import data …</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Import your own labelled digits as training data</source>
        <translation>导入您自己带标签的数字作为训练数据</translation>
    </message>
    <message>
        <source>Follow &amp;system theme</source>
        <translation>跟随系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>Use the light or dark theme of the desktop</source>
        <translation>使用桌面的浅色或深色主题</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark ink on light paper</source>
        <translation>浅纸深墨</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light ink on dark paper</source>
        <translation>深纸浅墨</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>投影模式(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen, with large letters and a large page, for a whole room</source>
        <translation>全屏显示，文字和页面都放大，适合整间教室观看</translation>
    </message>
    <message>
        <source>&amp;Clear the page by itself</source>
        <translation>自动清空页面(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the page when nobody has drawn for a while, as for an exhibition</source>
        <translation>一段时间没有人书写就清空页面，适合展览</translation>
    </message>
    <message>
        <source>Reset t&amp;his workspace</source>
        <translation>重置此工作区(&amp;H)</translation>
    </message>
    <message>
        <source>Move the panels of this workspace back to where they were</source>
        <translation>把此工作区的面板移回原位</translation>
    </message>
    <message>
        <source>Reset all &amp;workspaces</source>
        <translation>重置所有工作区(&amp;W)</translation>
    </message>
    <message>
        <source>Move the panels of every workspace back to where they were</source>
        <translation>把所有工作区的面板移回原位</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动态效果(&amp;M)</translation>
    </message>
    <message>
        <source>Stroke &amp;eraser</source>
        <translation>笔画橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>Test the network in use on labelled data, its own test part first</source>
        <translation>用带标签的数据测试正在使用的网络，首选它自己的测试部分</translation>
    </message>
    <message>
        <source>Stop blinking, and update live displays once a second</source>
        <translation>没有闪烁，实时内容每秒只更新一次</translation>
    </message>
    <message>
        <source>&amp;Language of the desktop</source>
        <translation>桌面的语言(&amp;L)</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s language if it is supported</source>
        <translation>使用桌面的语言（如果本程序支持）</translation>
    </message>
    <message>
        <source>&amp;How to use lenet_gui</source>
        <translation>使用说明(&amp;H)</translation>
    </message>
    <message>
        <source>What the window shows, and all shortcuts</source>
        <translation>窗口中各部分的含义，以及所有快捷键</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Then click any part of the window for an explanation</source>
        <translation>然后点击任意处查看说明</translation>
    </message>
    <message>
        <source>&amp;Take the tour</source>
        <translation>功能导览(&amp;T)</translation>
    </message>
    <message>
        <source>Show what the window can do, one stop after another</source>
        <translation>逐步介绍本窗口的功能</translation>
    </message>
    <message>
        <source>&amp;Play the opening again</source>
        <translation>重播开场动画(&amp;P)</translation>
    </message>
    <message>
        <source>Show again how a digit is drawn and read at the first start</source>
        <translation>再次播放首次启动时书写并识别数字的动画</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics …</source>
        <translation>复制诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Show version numbers and the end of the log, without any names, and copy them for a bug report</source>
        <translation>显示版本号和日志末尾（不含任何名称），并复制用于错误报告</translation>
    </message>
    <message>
        <source>&amp;About lenet_gui</source>
        <translation>关于 lenet_gui(&amp;A)</translation>
    </message>
    <message>
        <source>Version, credits and licences</source>
        <translation>版本、致谢和许可证</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>The class with the best score. If the network is not certain enough, it declines to answer and says why.</source>
        <translation>得分最好的类别。如果网络把握不够，就不作答，并说明原因。</translation>
    </message>
    <message>
        <source>Nothing drawn</source>
        <translation>还没有写</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>答案：{0}</translation>
    </message>
    <message>
        <source>probability {0}</source>
        <translation>概率 {0}</translation>
    </message>
    <message>
        <source>penalty {0}</source>
        <translation>惩罚值 {0}</translation>
    </message>
    <message>
        <source>runner-up: {0}  ·  {1}</source>
        <translation>次选：{0}  ·  {1}</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation>{0}：{1}，{2}</translation>
    </message>
</context>
<context>
    <name>Architecture</name>
    <message>
        <source>1998 as published</source>
        <translation>1998 年论文原版</translation>
    </message>
    <message>
        <source>The network of 1998 as published.</source>
        <translation>1998 年论文发表的网络，原样实现。</translation>
    </message>
    <message>
        <source>1998 with plain averages and softmax</source>
        <translation>1998 年结构，改用普通平均与 softmax</translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, pooling is a plain average without weights, the activation function is tanh, and ten softmax outputs replace the RBF outputs.</source>
        <translation>每个 C3 特征图读取全部六个 S2 特征图，下采样是没有权重的平均，激活函数为 tanh，用十个 softmax 输出代替 RBF 输出。</translation>
    </message>
    <message>
        <source>Keras style, with padding and softmax</source>
        <translation>Keras 风格，使用填充和 softmax</translation>
    </message>
    <message>
        <source>C1 pads the 28x28 digit instead of reading 32x32, every C3 map reads all six S2 maps, pooling is a plain average, and the output is a softmax.</source>
        <translation>C1 填充 28x28 的数字而不是读取 32x32，每个 C3 特征图读取全部六个 S2 特征图，下采样是平均，输出为 softmax。</translation>
    </message>
    <message>
        <source>colour input, with ReLU and max pooling</source>
        <translation>彩色输入，使用 ReLU 和最大值下采样</translation>
    </message>
    <message>
        <source>It reads three colour channels (grey is copied to all three), uses ReLU and max pooling, is fully connected from S4 on, and the output is a softmax.</source>
        <translation>读取三个颜色通道（灰度复制到三个通道），使用 ReLU 和最大值下采样，从 S4 起为全连接，输出为 softmax。</translation>
    </message>
    <message>
        <source>no border, with sigmoid and max pooling</source>
        <translation>无边框，使用 sigmoid 和最大值下采样</translation>
    </message>
    <message>
        <source>It reads the 28x28 digit without a border, uses the sigmoid and max pooling, is fully connected from S4 on, and the output is a softmax.</source>
        <translation>读取没有边框的 28x28 数字，使用 sigmoid 和最大值下采样，从 S4 起为全连接，输出为 softmax。</translation>
    </message>
    <message>
        <source>modern, with ReLU and softmax</source>
        <translation>现代结构，使用 ReLU 和 softmax</translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, ReLU replaces the scaled tanh, pooling averages four overlapping maxima without weights, and ten softmax outputs replace the RBF outputs.</source>
        <translation>每个 C3 特征图读取全部六个 S2 特征图，用 ReLU 代替缩放的 tanh，下采样取四个重叠最大值的平均且没有权重，用十个 softmax 输出代替 RBF 输出。</translation>
    </message>
    <message>
        <source>An architecture of its own, which the file of the network describes.</source>
        <translation>自有的架构，由网络的文件描述。</translation>
    </message>
</context>
<context>
    <name>AugmentationBox</name>
    <message>
        <source>Image augmentation</source>
        <translation>图像增强</translation>
    </message>
    <message>
        <source>Alters each digit slightly every time it is seen, so that the network learns what matters. Can be changed during training.</source>
        <translation>每次使用数字时都略作改变，使网络学到真正重要的东西。训练时也可以更改。</translation>
    </message>
    <message>
        <source>Other di&amp;gits</source>
        <translation>换一些数字(&amp;G)</translation>
    </message>
    <message>
        <source>Other digits</source>
        <translation>换一些数字</translation>
    </message>
    <message>
        <source>Preview other digits, chosen at random.</source>
        <translation>随机换一些数字来预览。</translation>
    </message>
</context>
<context>
    <name>BadInput</name>
    <message>
        <source>{file} is being trained in another window.</source>
        <translation>{file} 正在被另一个窗口训练。</translation>
    </message>
    <message>
        <source>The training process cannot be started: {why}.</source>
        <translation>无法启动训练进程：{why}。</translation>
    </message>
    <message>
        <source>The training process was killed, perhaps because the memory ran out.</source>
        <translation>训练进程被终止；可能是内存耗尽。</translation>
    </message>
    <message>
        <source>The training process crashed.</source>
        <translation>训练进程崩溃了。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly.</source>
        <translation>训练进程意外结束了。</translation>
    </message>
    <message>
        <source>An internal error stopped the training.</source>
        <translation>训练因内部错误而停止。</translation>
    </message>
    <message>
        <source>There is not enough memory for this training. Try a smaller batch.</source>
        <translation>内存不足，无法进行这次训练。请试试更小的批。</translation>
    </message>
    <message>
        <source>--held-out needs --data. Without --data, the list from the training is used.</source>
        <translation>--held-out 需要 --data。没有 --data 时使用训练时的名单。</translation>
    </message>
    <message>
        <source>--no-augmentation cannot be combined with other image augmentation options.</source>
        <translation>--no-augmentation 不能与其他图像增强选项一起使用。</translation>
    </message>
    <message>
        <source>A batch of {batch} cannot be divided evenly among {count} processes.</source>
        <translation>大小为 {batch} 的批无法平均分给 {count} 个进程。</translation>
    </message>
    <message>
        <source>A name cannot begin with a dot or a hyphen, or end with a dot.</source>
        <translation>名称不能以点或短横开头，也不能以点结尾。</translation>
    </message>
    <message>
        <source>A name cannot contain {wrong}.</source>
        <translation>名称不能包含 {wrong}。</translation>
    </message>
    <message>
        <source>Enter a name for the network.</source>
        <translation>请输入网络的名称。</translation>
    </message>
    <message>
        <source>A network needs 2 to {most} classes, not {classes}.</source>
        <translation>网络需要 2 到 {most} 个类别，而不是 {classes} 个。</translation>
    </message>
    <message>
        <source>Choose an architecture to train.</source>
        <translation>请选择要训练的架构。</translation>
    </message>
    <message>
        <source>A training of {file} was stopped or is still running. Use --resume to continue it, or --output to name another file.</source>
        <translation>{file} 的训练曾停止，或仍在进行。用 --resume 继续该训练，或用 --output 指定另一个文件。</translation>
    </message>
    <message>
        <source>All samples belong to one class, {name}; at least two classes are needed.</source>
        <translation>所有样本都属于同一类别 {name}；至少需要两个类别。</translation>
    </message>
    <message>
        <source>All training samples are in the test data, too. Choose other training or test data.</source>
        <translation>所有训练样本也都在测试数据中。请选择其他训练数据或测试数据。</translation>
    </message>
    <message>
        <source>Cameras and videos need a library that is missing: {why}.</source>
        <translation>摄像头和视频需要一个此处缺少的库：{why}。</translation>
    </message>
    <message>
        <source>Cameras and videos need the library libpulse, which is missing. On Debian and Ubuntu: apt install libpulse0.</source>
        <translation>摄像头和视频需要 libpulse 库，此处缺少。在 Debian 和 Ubuntu 上：apt install libpulse0。</translation>
    </message>
    <message>
        <source>This network has not been calibrated for that. Run &apos;lenet-gui calibrate&apos; first.</source>
        <translation>这个网络没有为此校准过。请先运行 &apos;lenet-gui calibrate&apos;。</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>没有连接摄像头。</translation>
    </message>
    <message>
        <source>No sample of the data belongs to a class of this network.</source>
        <translation>数据中没有一个样本属于这个网络认识的类别。</translation>
    </message>
    <message>
        <source>Training with non-digits needs the loss &apos;map&apos;.</source>
        <translation>用非数字训练需要损失 &apos;map&apos;。</translation>
    </message>
    <message>
        <source>The folder {folder} for your networks is not writable.</source>
        <translation>无法写入存放您的网络的文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The folder {folder} is not writable.</source>
        <translation>无法写入文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Training with teachers needs the loss &apos;map&apos; or &apos;cross-entropy&apos;.</source>
        <translation>用教师网络训练需要损失 &apos;map&apos; 或 &apos;cross-entropy&apos;。</translation>
    </message>
    <message>
        <source>This is not an address. Enter one like http://192.168.1.5:8080/video.</source>
        <translation>这不是地址。请输入形如 http://192.168.1.5:8080/video 的地址。</translation>
    </message>
    <message>
        <source>The address returns {kind}, not pictures. The web page of a camera is often not its stream; try /video or /stream.</source>
        <translation>该地址返回的是 {kind}，不是图像。摄像头的网页通常不是它的视频流；请试试 /video 或 /stream。</translation>
    </message>
    <message>
        <source>The address sent a picture of more than {most} MB.</source>
        <translation>该地址发来的图像超过 {most} MB。</translation>
    </message>
    <message>
        <source>The disk is full, so the training stopped. What was saved before is kept. Free some space, then resume the training.</source>
        <translation>磁盘已满，训练因此停止。之前保存的内容仍在。请腾出空间，然后继续训练。</translation>
    </message>
    <message>
        <source>The exported network gives other answers than this one, so it was not saved.</source>
        <translation>导出的网络给出的答案与这个网络不同，因此没有保存。</translation>
    </message>
    <message>
        <source>The file does not say which data was set aside in its training. Name the data with --data.</source>
        <translation>文件没有说明训练时留出了哪些数据：请用 --data 指定。</translation>
    </message>
    <message>
        <source>The folder {folder} for your networks cannot be created: {why}.</source>
        <translation>无法创建存放您的网络的文件夹 {folder}：{why}。</translation>
    </message>
    <message>
        <source>The frames of this video cannot be read.</source>
        <translation>无法读取这个视频的画面。</translation>
    </message>
    <message>
        <source>The labels of {images} are missing. They should be beside it, in {labels}.</source>
        <translation>缺少 {images} 的标签：应在它旁边的 {labels} 中。</translation>
    </message>
    <message>
        <source>The list of writers names writers who are not in {file}: {writers}. Put names with spaces in &quot;quotes&quot;.</source>
        <translation>书写者名单中有 {file} 中没有的书写者：{writers}。带空格的名称要放在&quot;双引号&quot;中。</translation>
    </message>
    <message>
        <source>The loss {loss} does not suit {name}, which outputs penalties. Use &apos;map&apos; or &apos;mse&apos;.</source>
        <translation>损失 {loss} 不适合输出惩罚值的 {name}。请使用 &apos;map&apos; 或 &apos;mse&apos;。</translation>
    </message>
    <message>
        <source>The name is too long: it can have {most} characters, not {count}.</source>
        <translation>名称太长：最多 {most} 个字符，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The name of a stroke set must end in {suffix}.</source>
        <translation>笔画集的文件名应以 {suffix} 结尾。</translation>
    </message>
    <message>
        <source>The note is too long: it can have {most} characters, not {count}.</source>
        <translation>备注太长：最多 {most} 个字符，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The preset {preset} is for {names}, not for {architecture}.</source>
        <translation>预设 {preset} 用于 {names}，不用于 {architecture}。</translation>
    </message>
    <message>
        <source>The screen cannot be captured: {why}.</source>
        <translation>无法读取屏幕：{why}。</translation>
    </message>
    <message>
        <source>The weights contain {extra}, which {name} does not have.</source>
        <translation>权重中包含 {name} 所没有的 {extra}。</translation>
    </message>
    <message>
        <source>The weights of {name} lack {missing}.</source>
        <translation>{name} 的权重缺少 {missing}。</translation>
    </message>
    <message>
        <source>The weights {weights} contain values that are not numbers.</source>
        <translation>权重 {weights} 中有不是数字的值。</translation>
    </message>
    <message>
        <source>The weights {weights} have the shape {found}; {name} needs {shape}.</source>
        <translation>权重 {weights} 的形状是 {found}；{name} 需要 {shape}。</translation>
    </message>
    <message>
        <source>The share of wrong answers must be between 0 and 1.</source>
        <translation>错误回答的比例必须在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>These files contain no labelled characters.</source>
        <translation>这些文件中没有带标签的字符。</translation>
    </message>
    <message>
        <source>{file} contains no video.</source>
        <translation>{file} 中没有视频。</translation>
    </message>
    <message>
        <source>There are too few writers to set {count} samples aside.</source>
        <translation>书写者太少，无法留出 {count} 个样本。</translation>
    </message>
    <message>
        <source>There are only {count} training samples, fewer than a batch of {batch}. Choose a smaller batch.</source>
        <translation>只有 {count} 个训练样本，少于一批 {batch} 个。请选择更小的批。</translation>
    </message>
    <message>
        <source>There is already a network named {name}. Choose another name.</source>
        <translation>已经有一个名为 {name} 的网络。请换一个名称。</translation>
    </message>
    <message>
        <source>There is no device {name} here. Available: {names}.</source>
        <translation>这里没有设备 {name}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>{file} has no ink: all of it has the same shade.</source>
        <translation>{file} 上没有墨迹：整幅图只有一种色调。</translation>
    </message>
    <message>
        <source>The network {name} is no longer in the library.</source>
        <translation>网络库中已没有名为 {name} 的网络。</translation>
    </message>
    <message>
        <source>There is no stopped training to resume: {file} does not exist.</source>
        <translation>没有可以继续的已停止的训练：{file} 不存在。</translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的{kind}。您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. Available: {names}.</source>
        <translation>没有名为 {name} 的{kind}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is not enough memory for a batch of {batch} on {device}. Try a smaller batch. What was saved before is kept.</source>
        <translation>{device} 上的内存不足以容纳大小为 {batch} 的批；请试试更小的批。之前保存的内容仍在。</translation>
    </message>
    <message>
        <source>There is no training of {file} to resume.</source>
        <translation>{file} 没有可以继续的训练。</translation>
    </message>
    <message>
        <source>These files have {points} million points; a stroke set can have at most {most} million.</source>
        <translation>这些文件有 {points} 百万个点；一个笔画集最多 {most} 百万个。</translation>
    </message>
    <message>
        <source>This system does not let programs capture the screen.</source>
        <translation>这个系统不允许程序读取屏幕。</translation>
    </message>
    <message>
        <source>You do not have permission to use the camera {device}. Add your user to the group video and log in again.</source>
        <translation>您无权使用摄像头 {device}。请把您的用户加入 video 组并重新登录。</translation>
    </message>
    <message>
        <source>Choose data to train on.</source>
        <translation>请选择训练数据。</translation>
    </message>
    <message>
        <source>The address sends a picture that cannot be read.</source>
        <translation>该地址发来的不是可读的图像。</translation>
    </message>
    <message>
        <source>The address does not send a stream of pictures.</source>
        <translation>该地址发来的不是图像流。</translation>
    </message>
    <message>
        <source>The training process sent a message that cannot be understood.</source>
        <translation>无法理解训练进程返回的内容。</translation>
    </message>
    <message>
        <source>Only a training with an output file can be resumed.</source>
        <translation>只有带输出文件的训练才能继续。</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>it is incomplete or damaged ({why}).</source>
        <translation>它不完整或已损坏（{why}）。</translation>
    </message>
    <message>
        <source>its metadata entry {key} has the wrong type.</source>
        <translation>它的元数据条目 {key} 类型不对。</translation>
    </message>
    <message>
        <source>its metadata lacks a readable entry {key}.</source>
        <translation>它的元数据缺少可读的条目 {key}。</translation>
    </message>
    <message>
        <source>its reject rule is damaged.</source>
        <translation>它的拒识规则已损坏。</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>the weights {weights} have an unknown number type.</source>
        <translation>权重 {weights} 不是已知类型的数字。</translation>
    </message>
    <message>
        <source>two of its classes have the same name.</source>
        <translation>它有两个类别同名。</translation>
    </message>
    <message>
        <source>{count} files are too many; the first {most} are shown.</source>
        <translation>{count} 个文件太多；只显示前 {most} 个。</translation>
    </message>
    <message>
        <source>Cannot set aside {count} of {all} samples for validation. Choose fewer.</source>
        <translation>无法从 {all} 个样本中留出 {count} 个用于验证。请减少数量。</translation>
    </message>
    <message>
        <source>{field} must be between {low} and {high}, not {value}.</source>
        <translation>{field} 必须在 {low} 和 {high} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file} cannot be changed: {why}.</source>
        <translation>无法更改 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be played: {why}.</source>
        <translation>无法播放 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>无法读取 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be removed: {why}.</source>
        <translation>无法删除 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be trained further on this data: it has no class {classes}.</source>
        <translation>{file} 不能用这些数据继续训练：它没有类别 {classes}。</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}</source>
        <translation>{file} 无法使用：{why}</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be a teacher of this network: it has other classes, {classes}.</source>
        <translation>{file} 不能当这个网络的教师：它的类别不同：{classes}。</translation>
    </message>
    <message>
        <source>{file} does not fit this training.</source>
        <translation>{file} 与这次训练不符。</translation>
    </message>
    <message>
        <source>{file} gives two labels the same name.</source>
        <translation>{file} 给两个标签取了相同的名称。</translation>
    </message>
    <message>
        <source>{file} has an unreadable header.</source>
        <translation>{file} 的文件头无法读取。</translation>
    </message>
    <message>
        <source>{file} contains more than a drawing can have.</source>
        <translation>{file} 的内容超出了一幅手写稿所能包含的。</translation>
    </message>
    <message>
        <source>{file} contains too much ink to draw.</source>
        <translation>{file} 的笔迹太多，无法即时绘出。</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}. A picture has rows and columns, and perhaps 3 or 4 channels behind them.</source>
        <translation>{file} 的形状是 {shape}。图像应有行和列，其后还可以有 3 或 4 个通道。</translation>
    </message>
    <message>
        <source>{file} has values that are no shades: whole numbers from 0 to 255 are, and fractions from 0 to 1.</source>
        <translation>{file} 中有的值不表示明暗：明暗应为 0 到 255 的整数，或 0 到 1 的小数。</translation>
    </message>
    <message>
        <source>{file} has too many pixels; at most {most} million are supported.</source>
        <translation>{file} 的像素太多；最多读取 {most} 百万。</translation>
    </message>
    <message>
        <source>{file} contains no letters or symbols.</source>
        <translation>{file} 中没有字母或符号。</translation>
    </message>
    <message>
        <source>{file} contains damaged strokes.</source>
        <translation>{file} 中有损坏的笔画。</translation>
    </message>
    <message>
        <source>{file} has {pixels} million pixels; at most {most} million are supported.</source>
        <translation>{file} 有 {pixels} 百万像素；最多读取 {most} 百万。</translation>
    </message>
    <message>
        <source>{file} contains an array with {found} axes; {wanted} are needed (3 for images, 1 for labels).</source>
        <translation>{file} 中的数组有 {found} 个轴，而需要 {wanted} 个（图像 3 个，标签 1 个）。</translation>
    </message>
    <message>
        <source>A class cannot be named {name}: a class name has 1 to {most} visible characters.</source>
        <translation>类别不能命名为 {name}：类别名称须为 1 到 {most} 个可见字符。</translation>
    </message>
    <message>
        <source>A drawing can be saved as {drawing} or as an image ({images}), not as {suffix}.</source>
        <translation>手写稿可以保存为 {drawing} 或图像（{images}），不能保存为 {suffix}。</translation>
    </message>
    <message>
        <source>A window has no option {option}.</source>
        <translation>窗口没有选项 {option}。</translation>
    </message>
    <message>
        <source>Broken links: {count}, such as {file}.</source>
        <translation>失效的链接：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Class names are texts of 1 to 100 visible characters, each of them once.</source>
        <translation>类别名称必须是 1 到 100 个可见字符的文本，且互不相同。</translation>
    </message>
    <message>
        <source>Files of other kinds, not read: {count}, such as {file}.</source>
        <translation>未读取其他种类的文件：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Files of the operating system, not read: {count}, such as {file}.</source>
        <translation>未读取操作系统的文件：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Its outputs were sigmoids. Here they are probabilities (softmax) of the same sums: the order of the answers stays, the numbers change.</source>
        <translation>它的输出原为 sigmoid。在这里，它们是由同样的加权和得到的概率（softmax）：答案的顺序不变，数值会变。</translation>
    </message>
    <message>
        <source>No samples would be left to learn these classes from: {names}. All of them are set aside for validation or testing. Add samples, or leave these classes out.</source>
        <translation>以下类别没有样本可供学习：{names}。它们的样本全部留作验证或测试。请增加样本，或去掉这些类别。</translation>
    </message>
    <message>
        <source>Non-digits and stroke augmentation are for networks that see ink, not pictures.</source>
        <translation>非数字样本和笔画增强只用于看墨迹的网络，不用于看图片的网络。</translation>
    </message>
    <message>
        <source>Page 1 of {count} of {file} was read.</source>
        <translation>已读取 {file} 的第 1 页，共 {count} 页。</translation>
    </message>
    <message>
        <source>Picture 1 of {count} of {file} was read.</source>
        <translation>已读取 {file} 的第 1 张图片，共 {count} 张。</translation>
    </message>
    <message>
        <source>Pictures in colour: {count} of {all} looked at. A network that sees ink drops their colours; one with three channels, such as lenet-relu, that sees pictures keeps them (--sees picture).</source>
        <translation>查看的 {all} 张图片中有 {count} 张是彩色的。看墨迹的网络会丢掉颜色；有三个通道、看图片的网络（如 lenet-relu）会保留颜色（--sees picture）。</translation>
    </message>
    <message>
        <source>Pictures in colour: {count} of {all} looked at. This network sees them in grey; one with three channels, such as lenet-relu, sees their colours.</source>
        <translation>查看的 {all} 张图片中有 {count} 张是彩色的。这个网络只看到灰度；有三个通道的网络（如 lenet-relu）能看到它们的颜色。</translation>
    </message>
    <message>
        <source>Pictures outside of the class folders, not read: {count}, such as {file}.</source>
        <translation>未读取类别文件夹之外的图片：{count} 幅，例如 {file}。</translation>
    </message>
    <message>
        <source>Pictures that cannot be read, left out: {count}. {error}</source>
        <translation>已略去无法读取的图片：{count} 幅。{error}</translation>
    </message>
    <message>
        <source>RTSP streams (rtsp:) cannot be read. Many cameras also have an MJPEG stream, whose address begins with http.</source>
        <translation>无法读取 RTSP 流（rtsp:）。许多摄像头还提供 MJPEG 流，其地址以 http 开头。</translation>
    </message>
    <message>
        <source>Scribbles are ink, and this network sees pictures. Name other data.</source>
        <translation>涂鸦是墨迹，而此网络看的是图片。请指定其他数据。</translation>
    </message>
    <message>
        <source>The RBF outputs compare with the drawn codes of ten digits, so this network needs 10 classes and cannot have {classes}. Name ten (--classes 0,1,2,3,4,5,6,7,8,9), or choose another architecture.</source>
        <translation>RBF 输出与十个数字的手绘编码作比较，因此这个网络需要 10 个类别，不能有 {classes} 个。请列出十个类别（--classes 0,1,2,3,4,5,6,7,8,9），或选择其他架构。</translation>
    </message>
    <message>
        <source>The file of this network does not say which data it was trained on. Name the data to test it on.</source>
        <translation>这个网络的文件没有说明它用哪些数据训练。请指定用来测试它的数据。</translation>
    </message>
    <message>
        <source>The image has {pixels} million pixels; at most {most} million are supported.</source>
        <translation>该图像有 {pixels} 百万像素；最多支持 {most} 百万像素。</translation>
    </message>
    <message>
        <source>The input of {file} has the shape {shape}; a network here reads pictures of one or three channels.</source>
        <translation>{file} 的输入形状为 {shape}；这里的网络读取一个或三个通道的图像。</translation>
    </message>
    <message>
        <source>The inputs have the shape {shape}; {name} needs {wanted}, or that with a batch axis in front.</source>
        <translation>输入的形状是 {shape}；{name} 需要 {wanted}，前面还可以有一个批次轴。</translation>
    </message>
    <message>
        <source>The inputs of a network are numbers.</source>
        <translation>网络的输入必须是数。</translation>
    </message>
    <message>
        <source>The label {label} is no class name.</source>
        <translation>标签 {label} 不是类别名称。</translation>
    </message>
    <message>
        <source>The network has {count} outputs; you named {classes} classes.</source>
        <translation>该网络有 {count} 个输出，而您给出了 {classes} 个类别。</translation>
    </message>
    <message>
        <source>The script that repeats a training reads digits, but {name} sees pictures. Export it as a PyTorch network.</source>
        <translation>重复训练的脚本读取的是数字，而 {name} 看的是图片。请将其导出为 PyTorch 网络。</translation>
    </message>
    <message>
        <source>The training data has classes that are not among those to learn: {names}. Add them.</source>
        <translation>训练数据中有不在所学类别之内的类别：{names}。请把它们加上。</translation>
    </message>
    <message>
        <source>The training has not ended: take all of its steps first.</source>
        <translation>训练尚未结束：请先取完它的所有步骤。</translation>
    </message>
    <message>
        <source>The values of the pixels end at {most}; they were stretched to 0 to 255.</source>
        <translation>像素值最大只到 {most}；已拉伸到 0 至 255。</translation>
    </message>
    <message>
        <source>The weights of {name} are too large: its answer is not a number.</source>
        <translation>{name} 的权重过大：其答案不是数字。</translation>
    </message>
    <message>
        <source>The weights {weights} do not have the size that {file} says.</source>
        <translation>权重 {weights} 的大小与 {file} 所述不符。</translation>
    </message>
    <message>
        <source>The {count} processes of this training do not find each other: {why}.</source>
        <translation>此训练的 {count} 个进程无法互相找到：{why}。</translation>
    </message>
    <message>
        <source>There are {labels} labels for {pictures} pictures.</source>
        <translation>{pictures} 张图像却有 {labels} 个标签。</translation>
    </message>
    <message>
        <source>There is neither a file nor a command named {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的文件或命令。您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>There is no choice {number}; there are {count}.</source>
        <translation>没有第 {number} 个选择；共有 {count} 个。</translation>
    </message>
    <message>
        <source>There is no data named {source}. Data can be &apos;mnist-train&apos;, &apos;mnist-test&apos;, or the path of an IDX or CSV file, of a folder with one folder per class, of Keras&apos; mnist.npz, or of a stroke set.</source>
        <translation>没有数据 {source}。数据可以是 &apos;mnist-train&apos;、&apos;mnist-test&apos;，或 IDX 或 CSV 文件、按类别分子文件夹的文件夹、Keras 的 mnist.npz、笔画集的路径。</translation>
    </message>
    <message>
        <source>This network was trained on {names}, which cannot be found. Name the data to test it on.</source>
        <translation>这个网络用 {names} 训练，但找不到这些数据。请指定用来测试它的数据。</translation>
    </message>
    <message>
        <source>form of pictures</source>
        <translation>图片形式</translation>
    </message>
    <message>
        <source>it contains no weights of convolutions or full layers.</source>
        <translation>其中没有卷积层或全连接层的权重。</translation>
    </message>
    <message>
        <source>it has a softmax before its last layer.</source>
        <translation>它在最后一层之前有 softmax。</translation>
    </message>
    <message>
        <source>it has {classes} class names for {outputs} outputs.</source>
        <translation>它有 {classes} 个类别名称，却有 {outputs} 个输出。</translation>
    </message>
    <message>
        <source>it has {count} convolutions; weights without a description are understood for up to {most}.</source>
        <translation>它有 {count} 个卷积层；没有描述的权重最多只能理解 {most} 个卷积层。</translation>
    </message>
    <message>
        <source>it has {count} layers with weights; a network here has at most {most}.</source>
        <translation>它有 {count} 个带权重的层；这里的网络最多有 {most} 个。</translation>
    </message>
    <message>
        <source>its architecture has an unusable entry {key}.</source>
        <translation>其架构中的条目 {key} 无法使用。</translation>
    </message>
    <message>
        <source>its class names are not texts of 1 to 100 visible characters.</source>
        <translation>其类别名称不是 1 到 100 个可见字符的文本。</translation>
    </message>
    <message>
        <source>its function {function} does not follow a layer that has none yet.</source>
        <translation>它的函数 {function} 前面没有尚无函数的层。</translation>
    </message>
    <message>
        <source>its graph gives other answers than its layers do.</source>
        <translation>它的计算图给出的答案与它的各层不同。</translation>
    </message>
    <message>
        <source>its input has the shape {shape}; networks here read squares of one or three channels.</source>
        <translation>它的输入形状为 {shape}；这里的网络读取一个或三个通道的正方形图像。</translation>
    </message>
    <message>
        <source>its inputs are scaled to no usable range.</source>
        <translation>它的输入缩放后的范围无法使用。</translation>
    </message>
    <message>
        <source>its last layer has neither a softmax nor RBF outputs.</source>
        <translation>其最后一层既没有 softmax，也没有 RBF 输出。</translation>
    </message>
    <message>
        <source>its last layer is no full layer, so it has no classes.</source>
        <translation>它的最后一层不是全连接层，因此没有类别。</translation>
    </message>
    <message>
        <source>its layer {layer} does not fit the one below: {why}.</source>
        <translation>其层 {layer} 与下面一层不匹配：{why}。</translation>
    </message>
    <message>
        <source>its layer {layer} has too many units.</source>
        <translation>其层 {layer} 的单元太多。</translation>
    </message>
    <message>
        <source>its network is too large: {parameters} parameters and {connections} connections; the limits are {most} and {most_connections}.</source>
        <translation>其网络太大：{parameters} 个参数和 {connections} 个连接；上限为 {most} 和 {most_connections}。</translation>
    </message>
    <message>
        <source>its normalization {layer} does not follow a convolution or a full layer at once, so it cannot be made a part of one.</source>
        <translation>它的归一化层 {layer} 没有紧跟在卷积层或全连接层之后，因此无法并入其中。</translation>
    </message>
    <message>
        <source>its outputs have the function {function}; a network here ends in a softmax.</source>
        <translation>它的输出使用函数 {function}；这里的网络以 softmax 结尾。</translation>
    </message>
    <message>
        <source>its weights are not one chain from a picture to its classes.</source>
        <translation>它的权重不能从图像到类别连成一条链。</translation>
    </message>
    <message>
        <source>nothing that fits its shapes is as you say.</source>
        <translation>没有既符合其形状又符合您所说的组合。</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the kernels {weights} are not square: {shape}.</source>
        <translation>卷积核 {weights} 不是正方形：{shape}。</translation>
    </message>
    <message>
        <source>the weights do not fit {name}, or what is known of the network is not as there.</source>
        <translation>权重与 {name} 不符，或者该网络的已知信息与其不同。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}, which does not fit the {below} units below.</source>
        <translation>权重 {weights} 的形状为 {found}，与下面的 {below} 个单元不符。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}, which no layer here has.</source>
        <translation>权重 {weights} 的形状为 {found}，这里没有这样的层。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}; {units} numbers belong there.</source>
        <translation>权重 {weights} 的形状为 {found}；那里应有 {units} 个数。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} belong to no layer.</source>
        <translation>形状为 {found} 的权重 {weights} 不属于任何层。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} cannot follow {before} of shape {shape}.</source>
        <translation>形状为 {found} 的权重 {weights} 不能接在形状为 {shape} 的 {before} 之后。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} come first, but do not read a picture of one or three channels.</source>
        <translation>形状为 {found} 的权重 {weights} 排在最前，但读取的不是一个或三个通道的图像。</translation>
    </message>
    <message>
        <source>the weights {weights} read {units} units; no input of usual size, padding and pooling leads to as many.</source>
        <translation>权重 {weights} 读取 {units} 个单元；常见的输入大小、填充和池化都得不到这个数目。</translation>
    </message>
    <message>
        <source>{count} of these files cannot be opened: {files}. {why}</source>
        <translation>其中 {count} 个文件无法打开：{files}。{why}</translation>
    </message>
    <message>
        <source>{count} pictures of {shape} take more memory than is supported.</source>
        <translation>{count} 张 {shape} 的图片所需的内存超出了支持的范围。</translation>
    </message>
    <message>
        <source>{data} has pictures of {its}; {name} reads {wanted}. Read the data for this network.</source>
        <translation>{data} 的图像是 {its}；{name} 读取 {wanted}。请为这个网络读取数据。</translation>
    </message>
    <message>
        <source>{file} cannot be a teacher of this network: one sees ink, the other pictures.</source>
        <translation>{file} 不能作此网络的教师：一个看墨迹，另一个看图片。</translation>
    </message>
    <message>
        <source>{file} cannot be decoded: the helper process cannot be started.</source>
        <translation>无法解码 {file}：无法启动辅助进程。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: its layer {layer} ({kind}) is of a kind, or has settings, that networks here do not have.</source>
        <translation>无法导入 {file}：其中的层 {layer}（{kind}）的种类或设置是这里的网络所没有的。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: its layers are not one chain from a picture to its classes.</source>
        <translation>无法导入 {file}：它的各层不能从图像到类别连成一条链。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: {why}</source>
        <translation>无法导入 {file}：{why}</translation>
    </message>
    <message>
        <source>{file} contains more than weights: it names {code}. A file&apos;s code is never run. Save the weights alone: torch.save(model.state_dict(), …).</source>
        <translation>{file} 中不只有权重：它提到了 {code}。文件中的代码绝不会被运行。请只保存权重：torch.save(model.state_dict(), …)。</translation>
    </message>
    <message>
        <source>{file} contains more than {most} samples, which is the maximum.</source>
        <translation>{file} 中的样本超过 {most} 个，即可读取的上限。</translation>
    </message>
    <message>
        <source>{file} contains no labels.</source>
        <translation>{file} 中没有标签。</translation>
    </message>
    <message>
        <source>{file} contains no samples.</source>
        <translation>{file} 中没有样本。</translation>
    </message>
    <message>
        <source>{file} contains no weights.</source>
        <translation>{file} 中没有权重。</translation>
    </message>
    <message>
        <source>{file} contains pictures of {rows} x {columns} pixels; at most {most} per side are supported.</source>
        <translation>{file} 中的图片为 {rows} x {columns} 像素；每边最多读取 {most} 像素。</translation>
    </message>
    <message>
        <source>{file} contains weights for revision {its} of {name}. This program has revision {known}, which would give other answers with them. Train the network again.</source>
        <translation>{file} 是 {name} 第 {its} 版的权重；本程序的第 {known} 版用它们会读出不同的结果。请重新训练。</translation>
    </message>
    <message>
        <source>{file} contains weights, but does not say of which network. It is not a checkpoint of this program.</source>
        <translation>{file} 含有权重，但没有说明属于哪个网络：它不是本程序的检查点。</translation>
    </message>
    <message>
        <source>{file} has changed since the training, so the network may have learned from some of it.</source>
        <translation>{file} 在训练之后有过改动，因此网络可能学过其中的一部分。</translation>
    </message>
    <message>
        <source>{file} has far more parts than a network.</source>
        <translation>{file} 的组成部分远多于一个网络。</translation>
    </message>
    <message>
        <source>{file} has learned from what --sees calls {its}; it cannot be trained further on {wanted}.</source>
        <translation>{file} 学的是 --sees 所说的 {its}，不能用 {wanted} 继续训练。</translation>
    </message>
    <message>
        <source>{file} has more than {most} arrays, far more than a network of this kind.</source>
        <translation>{file} 有超过 {most} 个数组，远多于这类网络。</translation>
    </message>
    <message>
        <source>{file} has more than {most} million weights, the limit.</source>
        <translation>{file} 的权重超过了上限，即 {most} 百万个。</translation>
    </message>
    <message>
        <source>{file} has no labels: each of its {count} columns is a pixel. A column of labels is needed before them.</source>
        <translation>{file} 没有标签：它的 {count} 列都是像素。前面需要一列标签。</translation>
    </message>
    <message>
        <source>{file} has no test part within it.</source>
        <translation>{file} 里面没有测试部分。</translation>
    </message>
    <message>
        <source>{file} has no {name}.</source>
        <translation>{file} 没有 {name}。</translation>
    </message>
    <message>
        <source>{file} has two entries named {name}.</source>
        <translation>{file} 中有两个名为 {name} 的条目。</translation>
    </message>
    <message>
        <source>{file} has {count} inputs; a network here reads one picture.</source>
        <translation>{file} 有 {count} 个输入；这里的网络只读取一幅图像。</translation>
    </message>
    <message>
        <source>{file} includes too many files: {files}.</source>
        <translation>{file} 包含的文件太多：{files} 个。</translation>
    </message>
    <message>
        <source>{file} is JSON, but not a drawing of this program.</source>
        <translation>{file} 是 JSON，但不是本程序的手写稿。</translation>
    </message>
    <message>
        <source>{file} is a Keras or HDF5 file. To read it, install h5py: pip install &apos;lenet_gui[keras]&apos;.</source>
        <translation>{file} 是 Keras 或 HDF5 文件。要读取它，请安装 h5py：pip install &apos;lenet_gui[keras]&apos;。</translation>
    </message>
    <message>
        <source>{file} is a PyTorch file. To read it, install PyTorch: pip install torch</source>
        <translation>{file} 是 PyTorch 文件。要读取它，请安装 PyTorch：pip install torch</translation>
    </message>
    <message>
        <source>{file} is a TorchScript program. Programs are not run. Save the weights alone: torch.save(model.state_dict(), …).</source>
        <translation>{file} 是 TorchScript 程序。程序不会被运行。请只保存权重：torch.save(model.state_dict(), …)。</translation>
    </message>
    <message>
        <source>{file} is damaged ({why}).</source>
        <translation>{file} 已损坏（{why}）。</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} 已损坏。</translation>
    </message>
    <message>
        <source>{file} is no network that this program can import. It imports PyTorch, safetensors, ONNX, Keras and NumPy files.</source>
        <translation>{file} 不是本程序能导入的网络。可导入 PyTorch、safetensors、ONNX、Keras 和 NumPy 文件。</translation>
    </message>
    <message>
        <source>{file} is not an ONNX model of a network like LeNet.</source>
        <translation>{file} 不是类似 LeNet 的网络的 ONNX 模型。</translation>
    </message>
    <message>
        <source>{file} keeps its weights in another file. Export it with its weights inside, in PyTorch with external_data=False.</source>
        <translation>{file} 的权重保存在另一个文件中。请将权重一并导出，在 PyTorch 中使用 external_data=False。</translation>
    </message>
    <message>
        <source>{file} lacks weights of the layer {layer}.</source>
        <translation>{file} 缺少层 {layer} 的权重。</translation>
    </message>
    <message>
        <source>{file} refers to weights in other files or places, which are not followed.</source>
        <translation>{file} 引用了其他文件或位置中的权重，本程序不会跟随这些引用。</translation>
    </message>
    <message>
        <source>{file} takes more memory than a network of its kind.</source>
        <translation>{file} 占用的内存多于同类网络。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more data than a network of its kind.</source>
        <translation>{file} 解压后的数据远多于同类网络。</translation>
    </message>
    <message>
        <source>{name} sees each picture as a whole, so it cannot look for digits on a page. Choose another network.</source>
        <translation>{name} 把每张图片看作一个整体，因此不能在页面上寻找数字。请选择另一个网络。</translation>
    </message>
    <message>
        <source>{word} is no range of inputs. Ranges: {names}, or two numbers such as -0.5..0.5.</source>
        <translation>{word} 不是输入范围。可用的范围：{names}，或两个数，如 -0.5..0.5。</translation>
    </message>
    <message>
        <source>{file} is a PDF document, which this program cannot read. Save its page as a picture (PNG or JPEG), or take a screenshot of it.</source>
        <translation>{file} 是 PDF 文档，本程序无法读取。请将其页面另存为图片（PNG 或 JPEG），或截取屏幕。</translation>
    </message>
    <message>
        <source>{file} is a HEIC picture, which this program cannot read. Save it as JPEG or PNG in the program that shows it, or let the phone take its photos as JPEG.</source>
        <translation>{file} 是 HEIC 图片，本程序无法读取。请在能显示它的程序中另存为 JPEG 或 PNG，或让手机以 JPEG 拍照。</translation>
    </message>
    <message>
        <source>{file} is an SVG drawing, which this program cannot read. Save it as PNG.</source>
        <translation>{file} 是 SVG 图形，本程序无法读取。请另存为 PNG。</translation>
    </message>
    <message>
        <source>{file} is a network of another program. Import it: open it in the window, or with &apos;lenet-gui import&apos;.</source>
        <translation>{file} 是其他程序的网络。请导入它：在窗口中打开，或使用 &apos;lenet-gui import&apos;。</translation>
    </message>
    <message>
        <source>{file} is an office document, which this program cannot read. Save its page as a picture, or take a screenshot of it.</source>
        <translation>{file} 是办公文档，本程序无法读取。请将其页面另存为图片，或截取屏幕。</translation>
    </message>
    <message>
        <source>{file} is a ZIP archive. Unpack it, and open what is in it.</source>
        <translation>{file} 是 ZIP 压缩包。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} is an archive. Unpack it, and open what is in it.</source>
        <translation>{file} 是压缩包。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} is a sound, which has no digits to see.</source>
        <translation>{file} 是声音文件，其中没有可看的数字。</translation>
    </message>
    <message>
        <source>{file} is a web page. Save the picture that is on it, and open that.</source>
        <translation>{file} 是网页。请保存其中的图片，然后打开该图片。</translation>
    </message>
    <message>
        <source>{file} is a damaged gzip file.</source>
        <translation>{file} 是损坏的 gzip 文件。</translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>{file} is a folder; name a file to write.</source>
        <translation>{file} 是文件夹；请指定要写入的文件。</translation>
    </message>
    <message>
        <source>{file} is a stroke set; it cannot be inverted or turned.</source>
        <translation>{file} 是笔画集，不能反色或转动。</translation>
    </message>
    <message>
        <source>{file} is closed.</source>
        <translation>{file} 已关闭。</translation>
    </message>
    <message>
        <source>{file} is damaged: decoding it failed.</source>
        <translation>{file} 已损坏：无法解码。</translation>
    </message>
    <message>
        <source>{file} is incomplete: it ends before all of its data.</source>
        <translation>{file} 不完整：数据没有结束文件就结束了。</translation>
    </message>
    <message>
        <source>{file} is incomplete: it ends inside its header.</source>
        <translation>{file} 不完整：在文件头中就结束了。</translation>
    </message>
    <message>
        <source>{folder} has several data sets; choose one of them: {files}.</source>
        <translation>{folder} 中有多个数据集；请选择其中一个：{files}。</translation>
    </message>
    <message>
        <source>{host} redirects to something that is not an address.</source>
        <translation>{host} 重定向到的不是一个地址。</translation>
    </message>
    <message>
        <source>{file} is damaged, so this training cannot be resumed.</source>
        <translation>{file} 已损坏：这次训练无法继续。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}.</source>
        <translation>{file} 已损坏：{why}。</translation>
    </message>
    <message>
        <source>{file} is incomplete: its end is missing.</source>
        <translation>{file} 不完整：缺少结尾。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, the limit for this kind of file.</source>
        <translation>{file} 大于 {limit} MB，即这类文件的上限。</translation>
    </message>
    <message>
        <source>{file} is longer than its header says.</source>
        <translation>{file} 比文件头所说的更长。</translation>
    </message>
    <message>
        <source>{file} is no table of digits: it has {count} columns; a label and {pixels} values of pixels are needed.</source>
        <translation>{file} 不是数字的表格：它有 {count} 列；需要一个标签和 {pixels} 个像素值。</translation>
    </message>
    <message>
        <source>{file} is not a list of writers: it is not text.</source>
        <translation>{file} 不是书写者列表：它不是文本。</translation>
    </message>
    <message>
        <source>{file} is not a list of writers: line {number} does not name a stroke set and a writer.</source>
        <translation>{file} 不是书写者列表：第 {number} 行没有写明笔画集和书写者。</translation>
    </message>
    <message>
        <source>{file} is not a mapping of labels to characters: it has the line {line}.</source>
        <translation>{file} 不是标签到字符的对照表：其中有一行是 {line}。</translation>
    </message>
    <message>
        <source>{file} is not a stroke set: {what}.</source>
        <translation>{file} 不是笔画集：{what}。</translation>
    </message>
    <message>
        <source>{file} is not a stroke set: {why}.</source>
        <translation>{file} 不是笔画集：{why}。</translation>
    </message>
    <message>
        <source>{file} is not a video that can be played.</source>
        <translation>{file} 不是可播放的视频。</translation>
    </message>
    <message>
        <source>{file} is not a UNIPEN file: it has no segments.</source>
        <translation>{file} 不是 UNIPEN 文件：其中没有分段。</translation>
    </message>
    <message>
        <source>{file} is not a readable npz file.</source>
        <translation>{file} 不是可读的 npz 文件。</translation>
    </message>
    <message>
        <source>{file} is not a safetensors file.</source>
        <translation>{file} 不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of bytes.</source>
        <translation>{file} 不是字节型的 IDX 文件。</translation>
    </message>
    <message>
        <source>{file} is not an image of a supported kind.</source>
        <translation>{file} 不是受支持的图像类型。</translation>
    </message>
    <message>
        <source>{file} is not a regular file.</source>
        <translation>{file} 不是普通文件。</translation>
    </message>
    <message>
        <source>{file} is not valid JSON.</source>
        <translation>{file} 不是可读的 JSON。</translation>
    </message>
    <message>
        <source>{file} belongs to a training with another {what}. Resume with the same settings.</source>
        <translation>{file} 属于另一次训练，其 {what} 不同。请用相同的设置继续。</translation>
    </message>
    <message>
        <source>{file} has the architecture {its}, not {wanted}: its weights do not fit.</source>
        <translation>{file} 的架构是 {its}，而不是 {wanted}：权重不匹配。</translation>
    </message>
    <message>
        <source>{file} already exists.</source>
        <translation>{file} 已经存在。</translation>
    </message>
    <message>
        <source>{file} already exists. Use --output to name another file, or this one to replace it.</source>
        <translation>{file} 已经存在；用 --output 指定另一个文件，或指定这个文件以替换它。</translation>
    </message>
    <message>
        <source>{file} lists writers of {sets}, which is not in the data.</source>
        <translation>{file} 列出了 {sets} 的书写者，但数据中没有它。</translation>
    </message>
    <message>
        <source>{file} claims to contain {shape} bytes, which is nothing or too much.</source>
        <translation>{file} 声称含有 {shape} 字节：要么为空，要么太多。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more data than pictures of its size do.</source>
        <translation>{file} 解压后的数据远多于这种大小的图片。</translation>
    </message>
    <message>
        <source>{file} unpacks to more data than is supported.</source>
        <translation>{file} 解压后超出可读取的上限。</translation>
    </message>
    <message>
        <source>{file} was written in format {version}; this program reads format {known}.</source>
        <translation>{file} 的格式版本是 {version}；本程序读取格式 {known}。</translation>
    </message>
    <message>
        <source>The metadata of {file} would be too large.</source>
        <translation>{file} 的元数据太大。</translation>
    </message>
    <message>
        <source>Folders that are no classes, not read: {count}, such as {file}.</source>
        <translation>未读取不是类别的文件夹：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>{file} is a text file, which this program cannot use.</source>
        <translation>{file} 是文本文件，本程序无法使用。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空文件。</translation>
    </message>
    <message>
        <source>{file} is of no kind that this program knows.</source>
        <translation>{file} 的类型本程序不认识。</translation>
    </message>
    <message>
        <source>{file} shows no picture: this computer cannot decode it, or not within {seconds} seconds.</source>
        <translation>{file} 没有显示画面：这台计算机无法解码，或无法在 {seconds} 秒内解码。</translation>
    </message>
    <message>
        <source>{file} takes longer to decode than {seconds} seconds, the limit.</source>
        <translation>解码 {file} 需要超过 {seconds} 秒，这是上限。</translation>
    </message>
    <message>
        <source>{file} takes more memory to decode than {most} MB, the limit.</source>
        <translation>解码 {file} 需要超过 {most} MB 内存，这是上限。</translation>
    </message>
    <message>
        <source>{file} was not opened, since others were opened with it.</source>
        <translation>{file} 未打开，因为同时打开了其他文件。</translation>
    </message>
    <message>
        <source>{file} was written in format {version}; this program reads {known}.</source>
        <translation>{file} 以格式 {version} 写成；本程序读取 {known}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: &apos;{word}&apos; is not a valid number.</source>
        <translation>{file} 第 {line} 行：&apos;{word}&apos; 不是可用的数字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: .{keyword} needs one number above 0.</source>
        <translation>{file} 第 {line} 行：.{keyword} 需要一个大于 0 的数字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: it includes {name} in a loop, or too deeply.</source>
        <translation>{file} 第 {line} 行：循环包含 {name}，或包含层次太深。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the included file {name} is neither beside it nor in a folder &apos;include&apos; above it.</source>
        <translation>{file} 第 {line} 行：它包含的文件 {name} 既不在旁边，也不在上级的 &apos;include&apos; 文件夹中。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is pen movement, but no .COORD with X and Y that says how to read it.</source>
        <translation>{file} 第 {line} 行：有笔的移动，但没有含 X 和 Y 的 .COORD 说明如何读取。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} numbers do not form whole points of {names}.</source>
        <translation>{file} 第 {line} 行：{count} 个数字不能组成完整的 {names} 点。</translation>
    </message>
    <message>
        <source>{file}: line {number} is no row of a label and {pixels} values from 0 to 255.</source>
        <translation>{file}：第 {number} 行不是一个标签加 {pixels} 个 0 到 255 的值。</translation>
    </message>
    <message>
        <source>{file}: {name} has no label for each of {count} pictures.</source>
        <translation>{file}：{name} 没有为 {count} 幅图片各给一个标签。</translation>
    </message>
    <message>
        <source>{file}: {name} has the shape {shape}; pictures, rows and columns are needed.</source>
        <translation>{file}：{name} 的形状是 {shape}；需要图片、行、列三个轴。</translation>
    </message>
    <message>
        <source>{file}: {name} has values that are not from 0 to 255.</source>
        <translation>{file}：{name} 中有不在 0 到 255 之间的值。</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be combined; choose one way to turn the pictures.</source>
        <translation>{first} 和 {second} 不能同时使用；请只选一种转动图片的方式。</translation>
    </message>
    <message>
        <source>{first} and {second} do not see the same of a picture. Choose a whole set of data to compare them on.</source>
        <translation>{first} 和 {second} 看到的图片内容不同。请选择一整套数据来比较它们。</translation>
    </message>
    <message>
        <source>{first} and {second} have no class in common with {data}.</source>
        <translation>{first} 和 {second} 与 {data} 没有共同的类别。</translation>
    </message>
    <message>
        <source>{first} and {second} were tested on different data.</source>
        <translation>{first} 和 {second} 是在不同的数据上测试的。</translation>
    </message>
    <message>
        <source>{folder} contains nothing that this program can open.</source>
        <translation>{folder} 中没有本程序能打开的内容。</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures. It needs one for each class, named after the class.</source>
        <translation>{folder} 中没有含图片的文件夹：每个类别应有一个以类别命名的文件夹。</translation>
    </message>
    <message>
        <source>{images} has {count} images, but {labels} has {other} labels.</source>
        <translation>{images} 有 {count} 幅图像，而 {labels} 有 {other} 个标签。</translation>
    </message>
    <message>
        <source>{name} cannot be a class: class names have 1 to {most} visible characters, and each differs.</source>
        <translation>{name} 不能作为类别：类别名称须有 1 到 {most} 个可见字符，且互不相同。</translation>
    </message>
    <message>
        <source>{name} cannot be {value}.</source>
        <translation>{name} 不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} has no trained weights. Train it with &apos;lenet-gui train --architecture {name}&apos;, then use it with &apos;--checkpoint&apos;.</source>
        <translation>{name} 没有训练好的权重。请用 &apos;lenet-gui train --architecture {name}&apos; 训练，再用 &apos;--checkpoint&apos; 使用。</translation>
    </message>
    <message>
        <source>{name} has too few samples to split: {count}; it needs at least {least}.</source>
        <translation>{name} 的样本太少，无法划分：只有 {count} 个；至少需要 {least} 个。</translation>
    </message>
    <message>
        <source>{name} has {count} channels, but sees ink: all of them get the same. To see colours, it must see pictures (--sees picture).</source>
        <translation>{name} 有 {count} 个通道，但看的是墨迹：各通道得到的内容相同。要看到颜色，它必须看图片（--sees picture）。</translation>
    </message>
    <message>
        <source>{name} is a reserved name on Windows. Choose another name.</source>
        <translation>{name} 是 Windows 的保留名称。请换一个名称。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>No computer named {host} was found.</source>
        <translation>找不到名为 {host} 的计算机。</translation>
    </message>
    <message>
        <source>{host} was reached, but nothing answers on port {port}.</source>
        <translation>已连接到 {host}，但端口 {port} 没有应答。</translation>
    </message>
    <message>
        <source>{host} does not answer.</source>
        <translation>{host} 没有应答。</translation>
    </message>
    <message>
        <source>{host} closed the connection without an answer.</source>
        <translation>{host} 没有应答就关闭了连接。</translation>
    </message>
    <message>
        <source>{host} does not accept this name and password.</source>
        <translation>{host} 不接受此用户名和密码。</translation>
    </message>
    <message>
        <source>{host} asks for a password in a way that this program does not know.</source>
        <translation>{host} 要求密码的方式是本程序不支持的。</translation>
    </message>
    <message>
        <source>{host} answers, but sends no whole picture within {seconds} seconds.</source>
        <translation>{host} 有应答，但在 {seconds} 秒内没有发送完整的图片。</translation>
    </message>
    <message>
        <source>The stream from {host} has stopped.</source>
        <translation>来自 {host} 的流已停止。</translation>
    </message>
    <message>
        <source>{host} redirects without end.</source>
        <translation>{host} 不停地重定向。</translation>
    </message>
    <message>
        <source>Secure addresses (https) need OpenSSL, which is missing on this computer.</source>
        <translation>安全地址（https）需要 OpenSSL，而这台计算机上没有。</translation>
    </message>
    <message>
        <source>{host} redirects from a secure address to an insecure one.</source>
        <translation>{host} 从安全地址重定向到了不安全的地址。</translation>
    </message>
    <message>
        <source>{host} answers, but sends no picture.</source>
        <translation>{host} 有应答，但没有发来图像。</translation>
    </message>
    <message>
        <source>{host} requires a user name and a password: http://name:password@{host}:{port}/…</source>
        <translation>{host} 需要用户名和密码：http://name:password@{host}:{port}/…</translation>
    </message>
    <message>
        <source>A secure connection to {host} cannot be made: {why}.</source>
        <translation>无法与 {host} 建立安全连接：{why}。</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {why}.</source>
        <translation>无法连接 {host}：{why}。</translation>
    </message>
    <message>
        <source>{host} denies access.</source>
        <translation>{host} 拒绝访问。</translation>
    </message>
    <message>
        <source>{host} has nothing at this address.</source>
        <translation>{host} 的这个地址上什么也没有。</translation>
    </message>
    <message>
        <source>{host} answers with the error {status}.</source>
        <translation>{host} 返回错误 {status}。</translation>
    </message>
    <message>
        <source>Another program is using the camera {camera}. Close that program, then try again.</source>
        <translation>另一个程序正在使用摄像头 {camera}。请关闭它再试一次。</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the system settings, under privacy and camera.</source>
        <translation>系统不允许本程序使用摄像头。请在系统设置的“隐私”和“摄像头”中允许。</translation>
    </message>
    <message>
        <source>The camera {camera} was unplugged.</source>
        <translation>摄像头 {camera} 已被拔出。</translation>
    </message>
    <message>
        <source>The camera {camera} sends no picture. Another program may be using it.</source>
        <translation>摄像头 {camera} 没有画面。可能有另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>The camera {camera} does not work: {why}.</source>
        <translation>摄像头 {camera} 无法工作：{why}。</translation>
    </message>
    <message>
        <source>Accept the certificate of {host} for this address until the program ends? This computer does not trust it. SHA-256 fingerprint: {fingerprint}.</source>
        <translation>在程序结束之前，是否对此地址接受 {host} 的证书？这台计算机不信任该证书。SHA-256 指纹：{fingerprint}。</translation>
    </message>
    <message>
        <source>The server does not answer as a web server does. Check the port in the address.</source>
        <translation>该服务器的应答不像网络服务器。请检查地址中的端口。</translation>
    </message>
    <message>
        <source>The screen is no longer available.</source>
        <translation>该屏幕已不可用。</translation>
    </message>
    <message>
        <source>Enter a number from {low} to {high}.</source>
        <translation>请输入 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <source>“{text}” has too many decimals; at most {most} are possible.</source>
        <translation>“{text}”的小数位过多；最多 {most} 位。</translation>
    </message>
    <message>
        <source>{why} The value is still {value}.</source>
        <translation>{why}值仍为 {value}。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is no time. Enter seconds, or minutes and seconds as in 1:30.</source>
        <translation>“{text}”不是时间。请输入秒数，或像 1:30 这样的分和秒。</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Enter it without a group separator.</source>
        <translation>“{text}”有两种读法。请输入不带千位分隔符的数。</translation>
    </message>
    <message>
        <source>PyTorch, which trains the networks, is not installed. Install it with: pip install torch</source>
        <translation>未安装用于训练网络的 PyTorch。请用以下命令安装：pip install torch</translation>
    </message>
    <message>
        <source>PyTorch, which trains the networks, cannot be loaded: {why}. Installing it again may help.</source>
        <translation>无法加载用于训练网络的 PyTorch：{why}。重新安装或许有用。</translation>
    </message>
    <message>
        <source>PyTorch {version} is too old to train networks, which takes {least} or later. Install it with: pip install --upgrade torch</source>
        <translation>PyTorch {version} 太旧，无法训练网络，需要 {least} 或更新的版本。安装命令：pip install --upgrade torch</translation>
    </message>
    <message>
        <source>The environment has {present}, as torchrun sets it, but not {missing}. Unset it, or start the training with torchrun.</source>
        <translation>环境变量中有 torchrun 所设的 {present}，但没有 {missing}。请取消设置，或用 torchrun 启动训练。</translation>
    </message>
    <message>
        <source>The environment variable {name} is {value}, which torchrun does not set. Unset it, or start the training with torchrun.</source>
        <translation>环境变量 {name} 的值为 {value}，这不是 torchrun 所设的值。请取消设置，或用 torchrun 启动训练。</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>End the tour (Esc)</source>
        <translation>结束导览 (Esc)</translation>
    </message>
    <message>
        <source>Go to the next stop</source>
        <translation>前往下一站</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 站，共 {1} 站</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tour, {0}: {1}</source>
        <translation>导览，{0}：{1}</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether the network knows how sure it can be: of the answers with a probability of 90 %, 90 % should be right. The answers are sorted into ten groups by the probability of the best class; each point is a group, with the 95 % interval of its accuracy. Points below the dashed line mean that the network is too sure. The expected calibration error is the mean distance from that line.</source>
        <translation>网络是否知道自己有多大把握：概率为 90 % 的答案中，应有 90 % 正确。答案按最佳类别的概率分为十组；每个点是一组，并带有其准确率的 95 % 区间。点在虚线下方表示网络过于自信。预期校准误差是到这条线的平均距离。</translation>
    </message>
</context>
<context>
    <name>CameraSource</name>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Freeze the picture (Space)</source>
        <translation>定格画面（空格键）</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirror the display; reading is not affected</source>
        <translation>镜像显示画面；不影响识别</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>取景框</translation>
    </message>
    <message>
        <source>Read only what is inside a frame: drag it, or press Ctrl or Shift with the arrow keys</source>
        <translation>只识别取景框内的内容：拖动它，或用 Ctrl、Shift 加方向键</translation>
    </message>
    <message>
        <source>Reads digits on paper in front of a camera, in a video, from a network camera, or on the screen. The camera is off whenever its picture is hidden.</source>
        <translation>识别摄像头前纸上的数字，或视频、网络摄像头、屏幕上的数字。看不到画面时，摄像头总是关闭的。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit here with mouse, pen or finger.</source>
        <translation>用鼠标、笔或手指在这里写一个数字。</translation>
    </message>
    <message>
        <source>Draw one digit. It is read while you draw.</source>
        <translation>写一个数字。书写的同时就会识别。</translation>
    </message>
    <message>
        <source>Draw one digit, as large as you like. It is read while you draw. Hold Shift to draw a straight segment. Esc discards the stroke; [ and ], or Ctrl and the wheel, change the pen width. The eraser, like the eraser end of a pen, takes whole strokes: what it would take is highlighted.</source>
        <translation>写一个数字，大小随意。书写的同时就会识别。按住 Shift 画直线段。Esc 放弃当前笔画，[ 和 ] 或 Ctrl 加滚轮改变笔的粗细。橡皮擦和笔的橡皮擦一端都擦除整条笔画：将被擦除的笔画会高亮显示。</translation>
    </message>
    <message>
        <source>receptive field of {0}</source>
        <translation>{0} 的感受野</translation>
    </message>
</context>
<context>
    <name>CertaintyCurve</name>
    <message>
        <source>Error rate by digits rejected</source>
        <translation>错误率与拒识率</translation>
    </message>
    <message>
        <source>Digits rejected</source>
        <translation>拒识的数字</translation>
    </message>
    <message>
        <source>1990</source>
        <translation>1990</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>错误的回答</translation>
    </message>
    <message>
        <source>Non-digits answered</source>
        <translation>作了回答的非数字</translation>
    </message>
</context>
<context>
    <name>CertaintyPanel</name>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Without a reject rule, a network answers every scribble, too. The dial sets how many mistakes in 100 answers are allowed; digits that are less certain are rejected. The curve shows what that costs, measured on digits that the network was not trained on: further right, more digits are rejected; lower, fewer of the rest are wrong.</source>
        <translation>没有拒识规则时，网络对涂鸦也会作答。旋钮规定每 100 个回答中允许错几个；把握更小的数字会被拒识。曲线显示其代价，在网络没有学过的数字上测得：越往右拒识的数字越多，越往下其余的错得越少。</translation>
    </message>
    <message>
        <source>Reset to &amp;measured</source>
        <translation>重置为实测(&amp;M)</translation>
    </message>
    <message>
        <source>Reset the dial to the position stored in the network&apos;s file</source>
        <translation>把旋钮重置到网络文件中保存的位置</translation>
    </message>
    <message>
        <source>&amp;Dial</source>
        <translation>旋钮(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;ject by</source>
        <translation>拒识依据(&amp;J)</translation>
    </message>
    <message>
        <source>Reject by</source>
        <translation>拒识依据</translation>
    </message>
    <message>
        <source>This network has not been calibrated, so it always answers.</source>
        <translation>这个网络尚未校准，因此它总是作答。</translation>
    </message>
    <message>
        <source>This network&apos;s file has one threshold, but no measurements for others. Run “lenet-gui calibrate” to add them.</source>
        <translation>这个网络的文件里有一个阈值，但没有其他阈值的测量结果。运行 “lenet-gui calibrate” 可以补上。</translation>
    </message>
</context>
<context>
    <name>ClassFiguresTable</name>
    <message>
        <source>Precision and recall</source>
        <translation>精确率和召回率</translation>
    </message>
    <message>
        <source>How well each class is read; click a heading to sort</source>
        <translation>每个类别识别得如何；点击表头可排序</translation>
    </message>
    <message>
        <source>Precision: how many of the answers with this class are right. Recall: how many of the samples of this class are read right. Answers count as if none were rejected.</source>
        <translation>精确率：给出该类别的答案中有多少是正确的。召回率：该类别的样本中有多少被正确识别。计算时视为没有拒绝任何答案。</translation>
    </message>
    <message>
        <source>Class|Samples|Precision|Recall</source>
        <translation>类别|样本数|精确率|召回率</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes with their sample counts and examples</source>
        <translation>各类别、样本数和示例</translation>
    </message>
    <message>
        <source>Class {0}: {1} samples, {2} % of all</source>
        <translation>类别 {0}：{1} 个样本，占全部的 {2} %</translation>
    </message>
</context>
<context>
    <name>ClassesBox</name>
    <message>
        <source>Classes in the order of the outputs</source>
        <translation>按输出顺序排列的类别</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Take the classes of the training data, sorted</source>
        <translation>采用训练数据的类别，已排序</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
</context>
<context>
    <name>ColourButton</name>
    <message>
        <source>&amp;Other …</source>
        <translation>其他(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>ColourButtons</name>
    <message>
        <source>Pen colour</source>
        <translation>笔的颜色</translation>
    </message>
    <message>
        <source>Paper colour</source>
        <translation>纸张颜色</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Which digits are shown</source>
        <translation>显示哪些数字</translation>
    </message>
    <message>
        <source>Digits that only one of the two misreads, or both</source>
        <translation>只有其中一个认错的数字，或两个都认错的</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>Test part of {0}</source>
        <translation>{0} 的测试部分</translation>
    </message>
    <message>
        <source>{0} and {1} are being compared …</source>
        <translation>正在比较 {0} 和 {1} …</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>样本 {0}</translation>
    </message>
    <message>
        <source>Misread only by {0}: {1}</source>
        <translation>只有 {0} 认错：{1}</translation>
    </message>
    <message>
        <source>Misread by both: {0}</source>
        <translation>两者都认错：{0}</translation>
    </message>
    <message>
        <source>MNIST test digit {0}</source>
        <translation>MNIST 测试数字 {0}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Rows: label, columns: answer. Arrow keys and Enter, or click.</source>
        <translation>行：标签，列：答案。用方向键和回车键，或点击。</translation>
    </message>
    <message>
        <source>The number of digits with each label (row) that got each answer (column). The diagonal is correct; every other cell is an error. Choose a cell to see its digits.</source>
        <translation>每个标签（行）有多少数字得到哪个答案（列）。对角线上是正确的，其余都是错误的。选择一格可查看其中的数字。</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>Which maps of S2 each map of C3 reads.</source>
        <translation>C3 的每个特征图读取 S2 的哪些特征图。</translation>
    </message>
    <message>
        <source>One column per map of C3 and one row per map of S2; a dot marks a connection. The network of 1998 omits some, which saves weights and makes the maps learn different features.</source>
        <translation>每列是一个 C3 特征图，每行是一个 S2 特征图，圆点表示一个连接。1998 年的网络省去了一些连接，这样可以节省权重，并使各特征图学到不同的特征。</translation>
    </message>
    <message>
        <source>{0} map {1} reads the maps {2} of {3}</source>
        <translation>{0} 特征图 {1} 读取 {3} 的特征图 {2}</translation>
    </message>
    <message>
        <source>This network has no convolution.</source>
        <translation>此网络没有卷积层。</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>The digits read in each picture. Click or press Enter to open one.</source>
        <translation>每幅图片上识别出的内容。点击或按回车键打开一幅。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How many of the files are read</source>
        <translation>已读取多少个文件</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading the remaining pictures</source>
        <translation>不再识别其余的图片</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export all digits as a table, one row per digit (CSV)</source>
        <translation>把所有数字导出为表格，每个数字一行 (CSV)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no digits</source>
        <translation>没有数字</translation>
    </message>
    <message>
        <source>Continue readin&amp;g</source>
        <translation>继续识别(&amp;G)</translation>
    </message>
    <message>
        <source>Pictures: {done} of {all} · digits: {digits}</source>
        <translation>图片：{done} / {all} · 数字：{digits}</translation>
    </message>
    <message>
        <source> · cannot be read: {bad}</source>
        <translation> · 无法读取：{bad}</translation>
    </message>
    <message>
        <source>digits.csv</source>
        <translation>数字.csv</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>The page clears in {0} s</source>
        <translation>{0} 秒后清空页面</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss by step</source>
        <translation>每步的损失</translation>
    </message>
    <message>
        <source>Error in percent by step</source>
        <translation>每步的错误率（%）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练错误率</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>DataBox</name>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Select the data to train on; several sets are mixed.</source>
        <translation>选择用于训练的数据；多个数据集会混合。</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Import other labelled digits.</source>
        <translation>导入其他带标签的数字。</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Data for the final test; the network is not trained on it.</source>
        <translation>用于最后测试的数据；网络不用它训练。</translation>
    </message>
    <message>
        <source>Include &amp;scribbles as non-digits</source>
        <translation>加入涂鸦作为非数字(&amp;S)</translation>
    </message>
    <message>
        <source>Include scribbles as non-digits</source>
        <translation>加入涂鸦作为非数字</translation>
    </message>
    <message>
        <source>Also train on scribbles and pairs of digits, which the network learns to reject. Needs the loss MAP.</source>
        <translation>也用涂鸦和连在一起的两个数字训练，网络会学会拒识它们。需要 MAP 损失。</translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation>测试数据(&amp;T)</translation>
    </message>
    <message>
        <source>the test part of the data</source>
        <translation>数据的测试部分</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>What to test on. Its own test part was set aside in the training.</source>
        <translation>用什么来测试。它自己的测试部分是训练时留出的。</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>MNIST&apos;s training digits</source>
        <translation>MNIST 的训练数字</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>文件 …</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>文件夹 …</translation>
    </message>
    <message>
        <source>A folder with one folder of pictures per class</source>
        <translation>每个类别各有一个图片文件夹的文件夹</translation>
    </message>
    <message>
        <source>Its own test part</source>
        <translation>它自己的测试部分</translation>
    </message>
    <message>
        <source>Its own validation part</source>
        <translation>它自己的验证部分</translation>
    </message>
    <message>
        <source>Its own training part</source>
        <translation>它自己的训练部分</translation>
    </message>
</context>
<context>
    <name>DataSources</name>
    <message>
        <source>{0} (missing)</source>
        <translation>{0}（不存在）</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>{0} (test part)</source>
        <translation>{0}（测试部分）</translation>
    </message>
    <message>
        <source>{0} (validation part)</source>
        <translation>{0}（验证部分）</translation>
    </message>
    <message>
        <source>{0} (training part)</source>
        <translation>{0}（训练部分）</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>MNIST&apos;s training digits</source>
        <translation>MNIST 的训练数字</translation>
    </message>
    <message>
        <source>other writers&apos; pen digits</source>
        <translation>其他书写者的手写笔数字</translation>
    </message>
    <message>
        <source>its test data</source>
        <translation>它的测试数据</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}和{1}</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>This text will be copied, and nothing else. It names no files, folders, cameras or addresses; what was left out is marked with …</source>
        <translation>只会复制这段文本。其中不含文件、文件夹、摄像头或地址的名称；略去的内容以 … 标出</translation>
    </message>
    <message>
        <source>Versions, and the end of the log</source>
        <translation>版本和日志末尾</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>将文本复制到剪贴板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>诊断信息已复制</translation>
    </message>
</context>
<context>
    <name>Dial</name>
    <message>
        <source>Certainty: {0}</source>
        <translation>把握：{0}</translation>
    </message>
    <message>
        <source>This network has not been calibrated; it always answers</source>
        <translation>这个网络尚未校准；它总是作答</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
</context>
<context>
    <name>DigitGrid</name>
    <message>
        <source>Arrow keys move; Enter selects a digit.</source>
        <translation>方向键移动，回车键选用一个数字。</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Drawing that the desktop opens with lenet_gui</source>
        <translation>双击即用 lenet_gui 打开的手写稿</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>drawing.json</source>
        <translation>手写稿.json</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>拖放</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the drawing out</source>
        <translation>把手写稿拖出去</translation>
    </message>
    <message>
        <source>Drag the drawing from here into another program</source>
        <translation>从这里把手写稿拖到其他程序中</translation>
    </message>
</context>
<context>
    <name>DrawingSource</name>
    <message>
        <source>Pen width</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Stroke eraser</source>
        <translation>整笔橡皮擦</translation>
    </message>
    <message>
        <source>Erase with the pen (E). It takes whole strokes; what it would take is highlighted.</source>
        <translation>用笔擦除（E）。每次擦除整条笔画；将被擦除的笔画会高亮显示。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pen width: [ and ], or Ctrl and the wheel</source>
        <translation>笔的粗细：[ 和 ]，或 Ctrl 加滚轮</translation>
    </message>
    <message>
        <source>Pen {0}</source>
        <translation>笔 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln 笔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose &amp;file …</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose an IDX file of images, a CSV file or an npz file</source>
        <translation>选择 IDX 图像文件、CSV 文件或 npz 文件</translation>
    </message>
    <message>
        <source>Choose f&amp;older …</source>
        <translation>选择文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose a folder with one folder per class</source>
        <translation>选择一个按类别分子文件夹的文件夹</translation>
    </message>
    <message>
        <source>Drop a file or a folder here</source>
        <translation>把文件或文件夹拖到这里</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Folder by class&lt;/b&gt;: one folder of pictures or drawings per class.&lt;/p&gt;&lt;p&gt;&lt;b&gt;IDX&lt;/b&gt;: MNIST, EMNIST, QMNIST, Fashion-MNIST; with the labels beside the images.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CSV&lt;/b&gt;: a label and 784 values in each row, as Kaggle&apos;s train.csv, gzipped or not.&lt;/p&gt;&lt;p&gt;&lt;b&gt;npz&lt;/b&gt;: Keras&apos; mnist.npz, or a stroke set of labelled drawings and their writers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;按类别分文件夹&lt;/b&gt;：每个类别一个，里面是图片或手写稿。&lt;/p&gt;&lt;p&gt;&lt;b&gt;IDX&lt;/b&gt;：MNIST、EMNIST、QMNIST、Fashion-MNIST；标签文件在图像旁边。&lt;/p&gt;&lt;p&gt;&lt;b&gt;CSV&lt;/b&gt;：每行一个标签和 784 个值，如 Kaggle 的 train.csv，gzip 压缩与否均可。&lt;/p&gt;&lt;p&gt;&lt;b&gt;npz&lt;/b&gt;：Keras 的 mnist.npz，或带标签和书写者的手写稿笔画集。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop it here</source>
        <translation>放到这里</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>An internal error occurred. Your drawing is not affected.</source>
        <translation>程序发生内部错误。您写的内容不受影响。</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>0</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>1</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>twos</source>
        <translation>2</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>threes</source>
        <translation>3</translation>
    </message>
    <message>
        <source>four</source>
        <translation>4</translation>
    </message>
    <message>
        <source>fours</source>
        <translation>4</translation>
    </message>
    <message>
        <source>five</source>
        <translation>5</translation>
    </message>
    <message>
        <source>fives</source>
        <translation>5</translation>
    </message>
    <message>
        <source>six</source>
        <translation>6</translation>
    </message>
    <message>
        <source>sixes</source>
        <translation>6</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>7</translation>
    </message>
    <message>
        <source>sevens</source>
        <translation>7</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>8</translation>
    </message>
    <message>
        <source>eights</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>9</translation>
    </message>
    <message>
        <source>nines</source>
        <translation>9</translation>
    </message>
    <message>
        <source>None of the labels is a class of this network.</source>
        <translation>没有一个标签是这个网络的类别。</translation>
    </message>
    <message>
        <source>{0} of {1} wrong · 95 % interval: {2}</source>
        <translation>{1} 个中错 {0} 个 · 95 % 区间：{2}</translation>
    </message>
    <message>
        <source>accuracy {0}</source>
        <translation>准确率 {0}</translation>
    </message>
    <message>
        <source>accuracy {0} · loss {1}</source>
        <translation>准确率 {0} · 损失 {1}</translation>
    </message>
    <message>
        <source>No label of {0} is a class of {1}, which reads {2}. Choose other data.</source>
        <translation>{0} 的标签都不是 {1} 的类别，它识别的是 {2}。请选择其他数据。</translation>
    </message>
    <message>
        <source>“{0}”: {1} of {2} samples read right; {3} answers, of which {1} are right</source>
        <translation>“{0}”：{2} 个样本中有 {1} 个识别正确；{3} 个答案中有 {1} 个正确</translation>
    </message>
    <message>
        <source>Expected calibration error: {0}. On average it is too sure.</source>
        <translation>预期校准误差：{0}。平均而言它过于自信。</translation>
    </message>
    <message>
        <source>Expected calibration error: {0}. On average it is too unsure.</source>
        <translation>预期校准误差：{0}。平均而言它过于不自信。</translation>
    </message>
    <message>
        <source>{0} {1} read as {2}</source>
        <translation>{0} 个“{1}”被认作“{2}”</translation>
    </message>
    <message>
        <source>“{1}” read as “{2}”: {0}</source>
        <translation>“{1}”被认作“{2}”：{0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source> {0} s</source>
        <translation> {0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} wrong ({3}; 95 % interval: {4}).</source>
        <translation>{0}：{2} 个中错 {1} 个（{3}；95 % 区间：{4}）。</translation>
    </message>
    <message>
        <source>The difference is not statistically significant.</source>
        <translation>差异在统计上不显著。</translation>
    </message>
    <message>
        <source>{0} is better; the difference is statistically significant.</source>
        <translation>{0} 更好；差异在统计上显著。</translation>
    </message>
    <message>
        <source>Of the digits that only one of them misreads, {1} misreads {0} and {3} misreads {2}. If both networks were equally good, a difference of at least this size would occur with probability p = {4} (McNemar’s exact test). The difference is significant if p is below 0.05.</source>
        <translation>在只有其中一个认错的数字中，{1} 认错 {0} 个，{3} 认错 {2} 个。如果两个网络同样好，至少出现这么大差异的概率为 p = {4}（McNemar 精确检验）。p 小于 0.05 时，差异是显著的。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>Weights and metadata (safetensors)</source>
        <translation>权重和元数据 (safetensors)</translation>
    </message>
    <message>
        <source>PyTorch network with its weights</source>
        <translation>带权重的 PyTorch 网络</translation>
    </message>
    <message>
        <source>Keras network with its weights</source>
        <translation>带权重的 Keras 网络</translation>
    </message>
    <message>
        <source>PyTorch script that repeats its training</source>
        <translation>重复其训练的 PyTorch 脚本</translation>
    </message>
</context>
<context>
    <name>FeedBar</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose where the pictures come from</source>
        <translation>画面从哪里来</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size and speed of the camera&apos;s pictures</source>
        <translation>摄像头画面的大小和速度</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>MJPEG stream of a network camera, or of a phone used as one</source>
        <translation>网络摄像头（或当作摄像头的手机）的 MJPEG 流</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>视频文件</translation>
    </message>
    <message>
        <source>Path of a video file</source>
        <translation>视频文件的路径</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a video file</source>
        <translation>选择视频文件</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Choose the screen to read; Frame selects a region of it</source>
        <translation>识别哪个屏幕；用“取景框”选择其中的区域</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Network camera (URL)</source>
        <translation>网络摄像头 (URL)</translation>
    </message>
    <message>
        <source>Hold a page with digits in front of the camera, then press Start.</source>
        <translation>把写有数字的纸放在摄像头前，然后按“开始”。</translation>
    </message>
    <message>
        <source>Enter the address of a camera&apos;s stream, then press Start.</source>
        <translation>输入摄像头视频流的地址，然后按“开始”。</translation>
    </message>
    <message>
        <source>Choose a video of a page with digits.</source>
        <translation>选择一个拍有数字页面的视频。</translation>
    </message>
    <message>
        <source>Press Start to read the screen; Frame selects a region of it.</source>
        <translation>按“开始”识别屏幕；“取景框”选择其中的区域。</translation>
    </message>
    <message>
        <source>Best format</source>
        <translation>最佳格式</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止识别</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始识别</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
</context>
<context>
    <name>FigureTabs</name>
    <message>
        <source>Tables of the result</source>
        <translation>结果的各个表格</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>{0} already exists. Replace it?</source>
        <translation>{0} 已经存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>Drawings</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Networks of other programs</source>
        <translation>其他程序的网络</translation>
    </message>
    <message>
        <source>Stroke sets and arrays</source>
        <translation>笔画集与数组</translation>
    </message>
    <message>
        <source>Labelled pictures (IDX)</source>
        <translation>带标签的图片（IDX）</translation>
    </message>
    <message>
        <source>Tables of pixels</source>
        <translation>像素表格</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>ForeignNetwork</name>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>bright ink, inputs {0}</source>
        <translation>亮墨迹，输入 {0}</translation>
    </message>
    <message>
        <source>dark ink, inputs {0}</source>
        <translation>暗墨迹，输入 {0}</translation>
    </message>
    <message>
        <source>sees ink</source>
        <translation>看墨迹</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>看图像</translation>
    </message>
    <message>
        <source>{0} % right</source>
        <translation>{0} % 正确</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>填充 {0}</translation>
    </message>
    <message>
        <source>strides {0}</source>
        <translation>步幅 {0}</translation>
    </message>
    <message>
        <source>{0}. {1} combinations of what the file does not say were tried on MNIST&apos;s test digits. These are the best; where several are close, choose the one that you know to be right.</source>
        <translation>{0}。对文件未说明之处的 {1} 种组合已在 MNIST 的测试数字上试过。以下是最好的；若有几种相近，请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>{0}. None of {1} combinations reads MNIST&apos;s digits, so they do not tell what the file does not say. Choose what you know to be right.</source>
        <translation>{0}。{1} 种组合都读不出 MNIST 的数字，因此无法由此得知文件未说明之处。请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>{0}. Its classes are not the ten digits, so trying does not tell what the file does not say. {1} combinations fit; these are the most usual. Choose what you know to be right.</source>
        <translation>{0}。它的类别不是十个数字，因此试验无法得知文件未说明之处。有 {1} 种组合符合；以下是最常见的。请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>The network has three channels, but sees ink: colour is dropped.</source>
        <translation>该网络有三个通道，但看的是墨迹：颜色会丢失。</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>&amp;Invert</source>
        <translation>反色(&amp;I)</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反色</translation>
    </message>
    <message>
        <source>Take light for ink and dark for paper, or the reverse</source>
        <translation>把亮的当作墨迹、暗的当作纸，或反过来</translation>
    </message>
    <message>
        <source>Turn the pictures</source>
        <translation>转动图片</translation>
    </message>
    <message>
        <source>Turn or mirror all pictures of the data until the digits are upright</source>
        <translation>转动或翻转数据中的所有图片，使数字端正</translation>
    </message>
    <message>
        <source>&amp;Turn the pictures</source>
        <translation>转动图片(&amp;T)</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>What the network may be</source>
        <translation>网络可能的样子</translation>
    </message>
    <message>
        <source>The combinations that read digits best, the best first</source>
        <translation>最能读出数字的组合，最好的在前</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Shape here</source>
        <translation>这里的形状</translation>
    </message>
    <message>
        <source>What became what</source>
        <translation>什么变成了什么</translation>
    </message>
    <message>
        <source>The arrays in the file, and the parameters here that they became</source>
        <translation>文件中的数组，以及它们在这里变成的参数</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>The names of the classes in the order of the outputs, between commas</source>
        <translation>按输出顺序排列的类别名称，用逗号分隔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name under which it appears in the list of networks</source>
        <translation>它在网络列表中显示的名称</translation>
    </message>
    <message>
        <source>Class &amp;names</source>
        <translation>类别名称(&amp;N)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>{0} (a part)</source>
        <translation>{0}（一部分）</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where to compute: the processor, or a graphics card if there is one.</source>
        <translation>在哪里计算：处理器，或显卡（如果有）。</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>最快的</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>About lenet_gui</source>
        <translation>关于 lenet_gui</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>How to use lenet_gui</source>
        <translation>lenet_gui 使用说明</translation>
    </message>
    <message>
        <source>What the window shows, and all shortcuts; arrow keys scroll</source>
        <translation>窗口中各部分的含义，以及所有快捷键；方向键滚动</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Draw a digit&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;写一个数字&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger. The network reads while you draw. The answer is below the page, with the runner-up and the margin between them. If the network is not certain enough, it answers &lt;i&gt;Not sure&lt;/i&gt; and says why.</source>
        <translation>用鼠标、笔或手指书写。网络边写边识别；答案在画板下方，旁边是次好的答案和两者的差距。如果网络把握不够，就回答&lt;i&gt;不确定&lt;/i&gt;，并说明原因。</translation>
    </message>
    <message>
        <source>The &lt;b&gt;dial&lt;/b&gt; below the answer sets how many mistakes in 100 answers are allowed: turn it right to make the network more careful. &lt;b&gt;Certainty&lt;/b&gt; shows what that costs, and chooses the rule by which digits are rejected. Each network keeps its own dial position.</source>
        <translation>答案下方的&lt;b&gt;旋钮&lt;/b&gt;规定每 100 个回答中允许错几个：越往右网络越谨慎。&lt;b&gt;把握&lt;/b&gt;面板显示其代价，并选择拒识数字的规则。每个网络都记住自己的旋钮位置。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Camera&lt;/b&gt; reads paper in front of a camera, the stream of a network camera, a video, or the screen; &lt;b&gt;Picture&lt;/b&gt; reads one or many photos. Blue boxes hold digits that were read, grey boxes ink that was rejected. All panels show the digit in the orange box; click another one to select it and put its ink onto the page. The camera is off whenever its picture is hidden.</source>
        <translation>&lt;b&gt;摄像头&lt;/b&gt;识别摄像头前的纸、网络摄像头的视频流、视频或屏幕；&lt;b&gt;图片&lt;/b&gt;识别一张或多张照片。蓝框中是识别出的数字，灰框中是被拒识的墨迹。所有面板显示橙框中的数字；点击另一个即可选中它，并把它的墨迹放到画板上。看不到画面时，摄像头总是关闭的。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Network&lt;/b&gt; shows the activations of every layer, from the input on the left to the output on the right. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, the maps that it reads, and its receptive field on the page.</source>
        <translation>&lt;b&gt;网络&lt;/b&gt;显示每一层的激活值，从左边的输入到右边的输出。橙色为正，蓝色为负；同一层的所有特征图共用下方的标尺。指向一个单元，可以看到它的值、它读取的特征图，以及它在画板上的感受野。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Normalisation&lt;/b&gt; shows how the ink is prepared for the network, &lt;b&gt;Kernels&lt;/b&gt; the trained weights of C1 and C3, &lt;b&gt;Connection table&lt;/b&gt; which maps of S2 each map of C3 reads.</source>
        <translation>&lt;b&gt;归一化&lt;/b&gt;显示墨迹如何变成网络看到的样子，&lt;b&gt;卷积核&lt;/b&gt;显示 C1 和 C3 训练好的权重，&lt;b&gt;连接表&lt;/b&gt;显示 C3 的每个特征图读取 S2 的哪些特征图。</translation>
    </message>
    <message>
        <source>The row at the top chooses a &lt;b&gt;workspace&lt;/b&gt;: an arrangement of panels around the same page. You can move, float and close panels in each; the View menu shows them again, and resets the workspace. The tabs over the page choose where the digits come from.</source>
        <translation>顶部一行用来选择&lt;b&gt;工作区&lt;/b&gt;：围绕同一页面的一种面板布局。在每个工作区里，面板都可以移动、浮动和关闭；“视图”菜单可以重新显示它们，也可以重置工作区。页面上方的标签选择数字从哪里来。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Training&lt;/b&gt; trains a network on this computer. Choose how long, press Start, and draw while it learns: the network in training reads your digits. You can pause or stop it and resume later; its progress is saved.</source>
        <translation>&lt;b&gt;训练&lt;/b&gt;在这台计算机上训练一个网络。选择时长，按“开始”，训练时可以书写：正在训练的网络会识别您的数字。您可以暂停或停止训练，以后再继续；训练进度会保存。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Result&lt;/b&gt; shows how well a network reads digits that it was not trained on: click a cell of the table to see its digits, and a digit to put it onto the page. &lt;b&gt;Library&lt;/b&gt; holds the networks that you kept: use one, rename it, annotate it, train it further, or compare two on the same digits.</source>
        <translation>&lt;b&gt;结果&lt;/b&gt;说明网络识别没学过的数字有多好：点击表中的一格查看其中的数字，点击一个数字把它放到画板上。&lt;b&gt;网络库&lt;/b&gt;存放您保留的网络：用它识别、重命名、备注、继续训练，或在相同的数字上比较两个网络。</translation>
    </message>
    <message>
        <source>The &lt;b&gt;Network&lt;/b&gt; list in the toolbar chooses the trained network. You can open, paste or drop checkpoints, drawings and images, and networks of PyTorch, ONNX and Keras, which are imported: a table shows what became what.</source>
        <translation>工具栏中的&lt;b&gt;网络&lt;/b&gt;列表选择训练好的网络。检查点、手写稿和图像可以打开、粘贴，或拖到窗口上；PyTorch、ONNX 和 Keras 的网络也可以，它们会被导入，并用表格显示对应关系。</translation>
    </message>
    <message>
        <source>From Python, &lt;b&gt;import lenet_gui&lt;/b&gt; loads networks, reads pictures, trains and evaluates; &lt;b&gt;help(lenet_gui)&lt;/b&gt; explains it.</source>
        <translation>在 Python 中，&lt;b&gt;import lenet_gui&lt;/b&gt; 可以加载网络、识别图片、训练和评估；&lt;b&gt;help(lenet_gui)&lt;/b&gt; 有说明。</translation>
    </message>
    <message>
        <source>Shift while drawing</source>
        <translation>书写时按 Shift</translation>
    </message>
    <message>
        <source>Draw a straight segment</source>
        <translation>画直线段</translation>
    </message>
    <message>
        <source>Esc while drawing</source>
        <translation>书写时按 Esc</translation>
    </message>
    <message>
        <source>Discard the stroke</source>
        <translation>放弃当前笔画</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl 加滚轮</translation>
    </message>
    <message>
        <source>Change the pen width</source>
        <translation>改变笔的粗细</translation>
    </message>
    <message>
        <source>Arrow keys, Enter in Camera, Picture</source>
        <translation>“摄像头”“图片”中的方向键、回车键</translation>
    </message>
    <message>
        <source>Go from digit to digit</source>
        <translation>逐个数字移动</translation>
    </message>
    <message>
        <source>+, -, 0 in Camera, Picture</source>
        <translation>“摄像头”“图片”中的 +、-、0</translation>
    </message>
    <message>
        <source>Zoom in, zoom out, show all</source>
        <translation>放大、缩小、显示全部</translation>
    </message>
    <message>
        <source>Space in Camera</source>
        <translation>“摄像头”中的空格键</translation>
    </message>
    <message>
        <source>Freeze the picture</source>
        <translation>定格画面</translation>
    </message>
    <message>
        <source>Arrow keys in Network</source>
        <translation>“网络”中的方向键</translation>
    </message>
    <message>
        <source>Go from unit to unit</source>
        <translation>逐个单元移动</translation>
    </message>
    <message>
        <source>Page Up, Page Down in Network</source>
        <translation>“网络”中的 Page Up、Page Down</translation>
    </message>
    <message>
        <source>Go from map to map</source>
        <translation>逐个特征图移动</translation>
    </message>
    <message>
        <source>Home, End in Network</source>
        <translation>“网络”中的 Home、End</translation>
    </message>
    <message>
        <source>Go from layer to layer</source>
        <translation>逐层移动</translation>
    </message>
    <message>
        <source>Arrow keys, Enter in Result</source>
        <translation>“结果”中的方向键、回车键</translation>
    </message>
    <message>
        <source>Show the digits of a cell</source>
        <translation>查看一格中的数字</translation>
    </message>
    <message>
        <source>Enter, F2, Del in Library</source>
        <translation>“网络库”中的回车键、F2、Del</translation>
    </message>
    <message>
        <source>Use, rename, delete</source>
        <translation>使用、重命名、删除</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>EMNIST (its transposed pictures were turned upright)</source>
        <translation>EMNIST（其转置的图片已被转正）</translation>
    </message>
    <message>
        <source>QMNIST</source>
        <translation>QMNIST</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Keras npz file</source>
        <translation>Keras 的 npz 文件</translation>
    </message>
    <message>
        <source>Folder by class</source>
        <translation>按类别分文件夹</translation>
    </message>
    <message>
        <source>Stroke set</source>
        <translation>笔画集</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Turned left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turned right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Turned around</source>
        <translation>转半圈</translation>
    </message>
    <message>
        <source>Mirrored left to right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Transposed and turned around</source>
        <translation>转置并转半圈</translation>
    </message>
    <message>
        <source>Split by writer: {0} writers for training, {1} for validation and {2} for testing. No writer is in two parts.</source>
        <translation>按书写者划分：{0} 人用于训练，{1} 人用于验证，{2} 人用于测试。没有书写者出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by writer: {0} writers for training, {1} for validation. No writer is in both parts.</source>
        <translation>按书写者划分：{0} 人用于训练，{1} 人用于验证。没有书写者同时出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by sample. No picture is in two parts.</source>
        <translation>按样本划分。没有图片出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by sample, because there are too few writers. No picture is in two parts.</source>
        <translation>书写者太少，因此按样本划分。没有图片出现在两个部分中。</translation>
    </message>
    <message>
        <source>The test digits come from the test file beside it.</source>
        <translation>测试数字来自旁边的测试文件。</translation>
    </message>
    <message>
        <source>The test part is the same for every training.</source>
        <translation>每次训练的测试部分都相同。</translation>
    </message>
    <message>
        <source>Left out because another part has the same picture: {0}.</source>
        <translation>因另一部分有相同的图片而排除：{0}。</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反色</translation>
    </message>
    <message>
        <source>Ink and paper seem to be the wrong way round, by the shade of the paper. Better: {0}.</source>
        <translation>从纸的明暗看，墨迹与纸似乎颠倒了。更好的形式：{0}。</translation>
    </message>
    <message>
        <source>The pictures seem to be inverted or turned. A network trained on MNIST reads {1} % of a sample right; it would be {2} % with: {0}.</source>
        <translation>图片似乎被反色或转动过。用 MNIST 训练的网络抽样识别的正确率为 {1}%；若采用以下形式则为 {2}%：{0}。</translation>
    </message>
    <message>
        <source>Pictures without ink: {0} of {1}.</source>
        <translation>没有任何墨迹的图片：{1} 幅中有 {0} 幅。</translation>
    </message>
    <message>
        <source>Few training samples: {0}.</source>
        <translation>训练样本很少：{0}。</translation>
    </message>
    <message>
        <source>The classes are very uneven: {0} has {1} samples, {2} only {3}. The network will favour the frequent classes.</source>
        <translation>各类别很不均衡：{0} 有 {1} 个样本，{2} 只有 {3} 个。网络会偏向常见的类别。</translation>
    </message>
    <message>
        <source>It can be mixed with other data.</source>
        <translation>可以与其他数据混合使用。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Adds your own labelled digits to the training data.</source>
        <translation>把您自己带标签的数字加入训练数据。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>选择其他内容</translation>
    </message>
    <message>
        <source>&amp;Add to training data</source>
        <translation>加入训练数据(&amp;A)</translation>
    </message>
    <message>
        <source>Offer this data in the training form, alone or mixed with other data</source>
        <translation>在训练表单中提供这些数据，可单独或混合使用</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>关闭而不导入</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Already added</source>
        <translation>已经加入</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>&amp;Imported so far</source>
        <translation>已导入的数据(&amp;I)</translation>
    </message>
    <message>
        <source>Imported so far</source>
        <translation>已导入的数据</translation>
    </message>
    <message>
        <source>Enter shows the contents; Delete removes the entry from the list</source>
        <translation>回车键查看内容，Delete 键从列表中移除</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove it from the list; the file is not deleted</source>
        <translation>从列表中移除；不会删除文件</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep the network</source>
        <translation>保留网络</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name under which it appears in the list of networks</source>
        <translation>它在网络列表中显示的名称</translation>
    </message>
    <message>
        <source>What you tried, and the outcome</source>
        <translation>尝试了什么，结果如何</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A note for yourself, saved with the network</source>
        <translation>供您自己参考；与网络一同保存</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add it to the library</source>
        <translation>放入网络库</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do not keep it yet; you can keep it later</source>
        <translation>暂不保留；以后还可以保留</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Discard this network? This cannot be undone.</source>
        <translation>丢弃这个网络吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
</context>
<context>
    <name>KernelPair</name>
    <message>
        <source>Kernels of C1 before and after the training</source>
        <translation>训练前后 C1 的卷积核</translation>
    </message>
    <message>
        <source>The kernels of C1 before and after the training. Both share one colour scale: the stronger the colour, the larger the weight.</source>
        <translation>训练前和训练后的 C1 卷积核。两者共用一个颜色标尺：颜色越深，权重的绝对值越大。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>训练后</translation>
    </message>
    <message>
        <source>C1 kernels</source>
        <translation>C1 卷积核</translation>
    </message>
</context>
<context>
    <name>KernelsPanel</name>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>The trained kernels of C1 and C3.</source>
        <translation>C1 和 C3 训练好的卷积核。</translation>
    </message>
    <message>
        <source>Each square is a kernel of 5 by 5 weights. C3 has one column per map of its own and one row per map of S2; where the connection table has no entry, there is no kernel. All kernels of a layer share one scale. Where the network sees colours, C1 has a row each for red, green and blue, and below them all three as one picture, in which grey is 0.</source>
        <translation>每个方块是一个 5×5 权重的卷积核。C3 的每列对应它的一个特征图，每行对应 S2 的一个特征图；连接表中没有的连接就没有卷积核。同一层的所有卷积核共用一个标尺。网络看颜色时，C1 的红、绿、蓝各占一行，其下把三者合成一张图，其中灰色表示 0。</translation>
    </message>
    <message>
        <source>This network has no convolution.</source>
        <translation>此网络没有卷积层。</translation>
    </message>
</context>
<context>
    <name>LearningNetwork</name>
    <message>
        <source>learning</source>
        <translation>学习中</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>&amp;Use this network</source>
        <translation>使用这个网络(&amp;U)</translation>
    </message>
    <message>
        <source>Read with this network from now on</source>
        <translation>今后由这个网络识别</translation>
    </message>
    <message>
        <source>&amp;Train further</source>
        <translation>继续训练(&amp;T)</translation>
    </message>
    <message>
        <source>Start a training from the weights of this network</source>
        <translation>从这个网络的权重开始训练</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Select two networks to compare them on the same digits</source>
        <translation>选择两个网络，在相同的数字上比较它们</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Rename this network</source>
        <translation>重命名这个网络</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Edit the note saved with this network</source>
        <translation>编辑与这个网络一同保存的备注</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Export this network as an ONNX model, as weights, or as a script</source>
        <translation>把这个网络导出为 ONNX 模型、权重或脚本</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that contains your networks</source>
        <translation>打开存放所保留网络的文件夹</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete this network from the library (asks first)</source>
        <translation>从网络库中删除这个网络（会先询问）</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename, note, export, show the folder</source>
        <translation>重命名、备注、导出、显示文件夹</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>网络库</translation>
    </message>
    <message>
        <source>Trained networks: those that come with the program, and those that you trained and kept. Select one to use it or to train it further; select two to compare them on the same digits.</source>
        <translation>训练好的网络：程序自带的，以及您训练并保留的。选择一个来使用或继续训练；选择两个在相同的数字上比较。</translation>
    </message>
    <message>
        <source>Delete {0} from the library?</source>
        <translation>从网络库中删除 {0} 吗？</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Your networks are in {0}</source>
        <translation>网络存放在 {0}</translation>
    </message>
</context>
<context>
    <name>LibraryTable</name>
    <message>
        <source>Trained networks</source>
        <translation>训练好的网络</translation>
    </message>
    <message>
        <source>Enter uses a network, F2 renames it, Del deletes it; select two to compare them</source>
        <translation>回车键使用网络，F2 重命名，Del 删除；选中两个可以比较</translation>
    </message>
    <message>
        <source>All trained networks. Those that come with the program cannot be changed; a dot marks the one in use. </source>
        <translation>所有训练好的网络。随程序附带的网络不能更改；圆点标出正在使用的网络。</translation>
    </message>
    <message>
        <source>Name|Architecture|Test error|Tested on|Trained|Duration|Note</source>
        <translation>名称|架构|测试错误率|测试数据|训练时间|用时|备注</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Error rate on {1}: {0}, with the 95 % interval in brackets</source>
        <translation>{1}：错误率 {0}；括号内是 95 % 置信区间</translation>
    </message>
    <message>
        <source>{0}. Loss: {1}</source>
        <translation>{0}。损失：{1}</translation>
    </message>
    <message>
        <source>{0} comes with the program and cannot be changed</source>
        <translation>{0} 是程序自带的，不能更改</translation>
    </message>
    <message>
        <source>{0} on one processor core, including earlier training</source>
        <translation>单个处理器核心用时 {0}，包括之前的训练</translation>
    </message>
    <message>
        <source>{0}, in use</source>
        <translation>{0}，正在使用</translation>
    </message>
</context>
<context>
    <name>LiveSide</name>
    <message>
        <source>Sho&amp;w live readings</source>
        <translation>显示实时识别(&amp;W)</translation>
    </message>
    <message>
        <source>Show live readings</source>
        <translation>显示实时识别</translation>
    </message>
    <message>
        <source>Read the page with the network in training, several times a second</source>
        <translation>正在训练的网络每秒多次识别画板</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>图像/秒</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
</context>
<context>
    <name>LongBox</name>
    <message>
        <source>Train for a time</source>
        <translation>按时间训练</translation>
    </message>
    <message>
        <source>Train for epochs</source>
        <translation>按轮数训练</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Settings cannot be saved: {0} is not writable</source>
        <translation>无法保存设置：不能写入 {0}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>E&amp;xport panel</source>
        <translation>导出面板(&amp;X)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
</context>
<context>
    <name>MnistSource</name>
    <message>
        <source>All digits</source>
        <translation>所有数字</translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation>只看 {0}</translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation>显示哪些数字</translation>
    </message>
    <message>
        <source>&amp;Random digit</source>
        <translation>随机数字(&amp;R)</translation>
    </message>
    <message>
        <source>Put one of these digits onto the page at random</source>
        <translation>把这些数字中随机的一个放到画板上</translation>
    </message>
    <message>
        <source>MNIST test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>The 10,000 test digits of MNIST. Click one to read it.</source>
        <translation>MNIST 的 10,000 个测试数字。点击一个，网络就会识别它。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s)</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>MNIST test digit {0}, labelled {1}</source>
        <translation>MNIST 测试数字 {0}，标签为 {1}</translation>
    </message>
</context>
<context>
    <name>NetworkBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Netwo&amp;rk</source>
        <translation>网络(&amp;R)</translation>
    </message>
    <message>
        <source>The trained network that reads</source>
        <translation>用于识别的训练好的网络</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A complete set of settings. Any change makes them custom settings.</source>
        <translation>一组完整的设置。任何更改都会使其成为自定义设置。</translation>
    </message>
    <message>
        <source>Architecture to train</source>
        <translation>要训练的架构</translation>
    </message>
    <message>
        <source>The architecture to train, from random weights.</source>
        <translation>训练哪种架构，从随机权重开始。</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Architect&amp;ure</source>
        <translation>架构(&amp;U)</translation>
    </message>
</context>
<context>
    <name>NetworkChoice</name>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
    <message>
        <source>the network that is being trained</source>
        <translation>正在训练的网络</translation>
    </message>
</context>
<context>
    <name>NetworkExport</name>
    <message>
        <source>Export {0}</source>
        <translation>导出 {0}</translation>
    </message>
</context>
<context>
    <name>NetworkFacts</name>
    <message>
        <source>{0} parameters · {1} connections</source>
        <translation>{0} 个参数 · {1} 个连接</translation>
    </message>
    <message>
        <source>{0} % error on {1}</source>
        <translation>{1}：错误率 {0} %</translation>
    </message>
    <message>
        <source>{0} % error on {3} ({1} to {2})</source>
        <translation>{3}：错误率 {0} %（{1} 到 {2}）</translation>
    </message>
    <message>
        <source>{0} % error</source>
        <translation>错误率 {0} %</translation>
    </message>
</context>
<context>
    <name>NetworkImportDialog</name>
    <message>
        <source>Import a network</source>
        <translation>导入网络</translation>
    </message>
    <message>
        <source>Puts a network of another program into the library.</source>
        <translation>将其他程序的网络放入网络库。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Put the network into the library, and read with it</source>
        <translation>将该网络放入网络库，并用它来识别</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>关闭而不导入</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The activations of every layer, from the input on the left to the output on the right.</source>
        <translation>每一层的激活值，从左边的输入到右边的输出。</translation>
    </message>
    <message>
        <source>Each square is a feature map, each small square in it a unit. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, its inputs and its receptive field. Arrow keys move from unit to unit, Page Up and Page Down from map to map, Home and End from layer to layer.</source>
        <translation>每个方块是一个特征图，其中每个小方格是一个单元。橙色为正，蓝色为负；同一层的所有特征图共用下方的标尺。指向一个单元，可以看到它的值、它的输入和它的感受野。方向键逐个单元移动，Page Up 和 Page Down 逐个特征图移动，Home 和 End 逐层移动。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>code of {0}</source>
        <translation>{0} 的编码</translation>
    </message>
    <message>
        <source>weights of {0}</source>
        <translation>{0} 的权重</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>{0}, sees pictures in colour</source>
        <translation>{0}，看彩色图片</translation>
    </message>
    <message>
        <source>{0}, sees pictures in grey</source>
        <translation>{0}，看灰度图片</translation>
    </message>
    <message>
        <source>{0}, also trained on {1}</source>
        <translation>{0}，另用{1}训练</translation>
    </message>
    <message>
        <source>{0}, trained on {1}</source>
        <translation>{0}，用{1}训练</translation>
    </message>
    <message>
        <source>pens</source>
        <translation>手写笔数据</translation>
    </message>
</context>
<context>
    <name>NormalizationPanel</name>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>How the ink is converted to the form of MNIST&apos;s digits.</source>
        <translation>墨迹如何变成 MNIST 数字的形式。</translation>
    </message>
    <message>
        <source>The square around the ink is averaged down to 20 by 20 pixels. Their centre of mass is moved by whole pixels to the middle of 28 by 28. A border of two pixels gives the 32 by 32 input of the network. MNIST&apos;s digits were made in the same way. A network that sees pictures gets the whole picture, resized.</source>
        <translation>墨迹外围的正方形按面积平均成 20×20 像素。其质心按整像素移到 28×28 的中央。再加两像素的边框，成为网络的 32×32 输入。MNIST 的数字就是这样制作的。看图片的网络得到的是缩放后的整张图片。</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>Ink {0} × {1} pixels; the square of {2} becomes 20 × 20. {3}</source>
        <translation>墨迹 {0} × {1} 像素；边长 {2} 的正方形变成 20 × 20。{3}</translation>
    </message>
    <message>
        <source>{0} to the right</source>
        <translation>向右 {0}</translation>
    </message>
    <message>
        <source>{0} to the left</source>
        <translation>向左 {0}</translation>
    </message>
    <message>
        <source>{0} down</source>
        <translation>向下 {0}</translation>
    </message>
    <message>
        <source>{0} up</source>
        <translation>向上 {0}</translation>
    </message>
    <message>
        <source>Its centre of mass is already in the middle.</source>
        <translation>质心已在中央。</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Centre of mass moved to the middle: {0}.</source>
        <translation>质心移到中央：{0}。</translation>
    </message>
    <message>
        <source>A dot of {0} × {1} pixels is not a digit.</source>
        <translation>{0} × {1} 像素的一个点：不是数字。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试一次</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Connect, if this is the fingerprint that the camera itself shows</source>
        <translation>如果这是摄像头自身显示的指纹，则连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use a network camera instead</source>
        <translation>改用网络摄像头的视频流</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Use a video file instead</source>
        <translation>改用视频文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Open a photo instead</source>
        <translation>改为打开照片</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Draw here</source>
        <translation>在这里书写</translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Source of the digits</source>
        <translation>数字来源</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>网络库</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>显示或隐藏这个面板</translation>
    </message>
</context>
<context>
    <name>PanelExport</name>
    <message>
        <source>Save the contents of this panel as a picture or a table</source>
        <translation>把这个面板显示的内容保存为图片或表格</translation>
    </message>
    <message>
        <source>&amp;Export this panel …</source>
        <translation>导出这个面板(&amp;E)…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Export {0}</source>
        <translation>导出 {0}</translation>
    </message>
</context>
<context>
    <name>PhotoCommands</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
    <message>
        <source>No lines to copy: lines are read in Camera and Picture</source>
        <translation>没有可复制的行：“摄像头”和“图片”中才会识别出行</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Arrow keys move from digit to digit; Enter puts one onto the page.</source>
        <translation>方向键逐个数字移动，回车键把它放到画板上。</translation>
    </message>
    <message>
        <source>Digits are boxed in blue with their answers. A question mark means that the network is not sure; grey boxes hold ink that was rejected. All panels show the digit in the orange box: click another, or go to it with the arrow keys. A click or Enter also puts its ink onto the page. The wheel, + and - zoom; 0 shows the whole picture. A network that sees pictures reads all of it as one.</source>
        <translation>数字带着答案显示在蓝框中。问号表示网络不确定；灰框中是被拒识的墨迹。所有面板显示橙框中的数字：点击另一个，或用方向键移过去。点击或按回车键还会把它的墨迹放到画板上。滚轮、+ 和 - 可以缩放；0 显示整幅图片。看图片的网络把整幅图片作为一个整体识别。</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Picture</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>1 Grey</source>
        <translation>1 灰度</translation>
    </message>
    <message>
        <source>2 Lighting removed</source>
        <translation>2 除去光照</translation>
    </message>
    <message>
        <source>3 Ink</source>
        <translation>3 墨迹</translation>
    </message>
    <message>
        <source>4 Ruling removed</source>
        <translation>4 除去格线</translation>
    </message>
    <message>
        <source>5 Lines in reading order</source>
        <translation>5 按阅读顺序的行</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The picture, or a stage of its processing</source>
        <translation>原图，或处理过程中的某个阶段</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all lines as text</source>
        <translation>把所有行复制为文本</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Digit from a picture</source>
        <translation>图中的数字</translation>
    </message>
    <message>
        <source>{chosen}. Arrow keys move from digit to digit; Enter puts one onto the page.</source>
        <translation>{chosen}。方向键逐个数字移动，回车键把它放到画板上。</translation>
    </message>
    <message>
        <source>There is too much on this picture to read it live. Choose Frame, and drag the frame around the digits.</source>
        <translation>此画面内容过多，无法实时识别。请选择“取景框”，并将其拖到数字周围。</translation>
    </message>
    <message>
        <source>The network sees the whole picture · read in {time} ms</source>
        <translation>网络看到整张图片 · 识别用时 {time} 毫秒</translation>
    </message>
    <message>
        <source>No readable digits were found in this picture.</source>
        <translation>在这幅图中没有找到可以识别的数字。</translation>
    </message>
    <message>
        <source>Digits: {digits} · lines: {lines} · read in {time} ms</source>
        <translation>数字：{digits} · 行：{lines} · 识别用时 {time} 毫秒</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open one or several photos</source>
        <translation>打开照片，一张或多张</translation>
    </message>
    <message>
        <source>Sam&amp;ples …</source>
        <translation>示例(&amp;P) …</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Open a page that comes with the program</source>
        <translation>打开随程序附带的照片</translation>
    </message>
    <message>
        <source>&amp;All pictures</source>
        <translation>所有图片(&amp;A)</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>Back to the contact sheet (Esc)</source>
        <translation>返回缩略图总览 (Esc)</translation>
    </message>
    <message>
        <source>Open, paste or drop photos of digits. Several photos make a contact sheet.</source>
        <translation>打开、粘贴或拖入有数字的照片。多张照片会组成缩略图总览。</translation>
    </message>
    <message>
        <source>Finds and reads all digits in a photo. Show displays the stages of its processing.</source>
        <translation>找出并识别照片中的所有数字。“显示”可以查看处理的各个阶段。</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
</context>
<context>
    <name>PictureStages</name>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are resized to {2} × {3}.</source>
        <translation>{0} × {1} 像素缩放为 {2} × {3}。</translation>
    </message>
    <message>
        <source>Their colours become grey.</source>
        <translation>颜色转换为灰度。</translation>
    </message>
    <message>
        <source>Values 0 to 255 become {0} to {1}.</source>
        <translation>数值 0 到 255 变为 {0} 到 {1}。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Best recipe</source>
        <translation>最佳方案</translation>
    </message>
    <message>
        <source>AdamW, a learning rate that rises and then falls along a cosine, averaged weights and image augmentation: how the networks that come with this program were trained.</source>
        <translation>AdamW，学习率先升后沿余弦下降，权重取平均，使用图像增强：本程序自带的网络就是这样训练的。</translation>
    </message>
    <message>
        <source>For pens</source>
        <translation>适合手写笔</translation>
    </message>
    <message>
        <source>For stroke sets in addition to MNIST: stroke augmentation, which alters each drawing as if it were made by other hands, and scribbles, which the network learns to reject.</source>
        <translation>用于 MNIST 加笔画集：笔画增强会改变每份手写稿，像是出自他人之手；并加入涂鸦，让网络学会拒识它们。</translation>
    </message>
    <message>
        <source>As published in 1998</source>
        <translation>1998 年论文的方法</translation>
    </message>
    <message>
        <source>20 passes over the digits without augmentation, one digit per step, with equation 8, the stochastic diagonal Levenberg-Marquardt method and the learning rates of the paper. The paper reports 0.95 % error; here it reached 1.96 %, in 35 minutes on one core.</source>
        <translation>不使用增强，对数字训练 20 轮，每步一个数字，使用公式 8、随机对角 Levenberg-Marquardt 方法和论文的学习率。论文报告的错误率是 0.95 %；这里达到 1.96 %，单核用时 35 分钟。</translation>
    </message>
    <message>
        <source>As in the Keras articles</source>
        <translation>Keras 文章的方法</translation>
    </message>
    <message>
        <source>Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, and no augmentation, as in the articles. Only the learning rate falls to 0, which reaches their 98.6 % correct test digits on average.</source>
        <translation>Adam，5 轮，每步 32 个数字，前 5,000 个数字用于验证，不使用增强，与文章相同。只是学习率降到 0，这样平均达到文章的 98.6 % 测试数字正确率。</translation>
    </message>
    <message>
        <source>Keras articles, constant rate</source>
        <translation>Keras 文章，学习率不变</translation>
    </message>
    <message>
        <source>Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, no augmentation, and a constant learning rate of 0.001: all as in the articles. Here it reached 98.1 to 98.3 % correct test digits, depending on the seed. Keras itself, which was also trained on these 5,000 digits, reached 98.0 to 98.6 %.</source>
        <translation>Adam，5 轮，每步 32 个数字，前 5,000 个数字用于验证，不使用增强，学习率保持 0.001 不变：全部与文章相同。在这里视随机种子不同达到 98.1 到 98.3 % 的测试数字正确率。Keras 本身也用这 5,000 个数字训练，达到 98.0 到 98.6 %。</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Digits as they are, and augmented</source>
        <translation>原来的数字，和增强后的数字</translation>
    </message>
    <message>
        <source>Above: digits from the data. Below: the same digits, augmented as the network may see them.</source>
        <translation>上方：数据中的数字。下方：同一些数字，增强成网络可能看到的样子。</translation>
    </message>
</context>
<context>
    <name>QuitGuard</name>
    <message>
        <source>A network is being trained.</source>
        <translation>正在训练一个网络。</translation>
    </message>
    <message>
        <source>Its progress is saved, and the next start offers to resume it.</source>
        <translation>训练进度会保存，下次启动时可以继续。</translation>
    </message>
    <message>
        <source>&amp;Quit and save</source>
        <translation>退出并保存(&amp;Q)</translation>
    </message>
    <message>
        <source>Continue trainin&amp;g</source>
        <translation>继续训练(&amp;G)</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Two digits</source>
        <translation>两个数字</translation>
    </message>
    <message>
        <source>Several digits</source>
        <translation>多个数字</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>This looks like two digits. Draw one at a time.</source>
        <translation>看起来是两个数字。请一次只写一个。</translation>
    </message>
    <message>
        <source>This looks like several digits. Draw one at a time.</source>
        <translation>看起来是多个数字。请一次只写一个。</translation>
    </message>
    <message>
        <source>Not sure: only a dot</source>
        <translation>不确定：只是一个点</translation>
    </message>
    <message>
        <source>Not sure: does not look like a digit</source>
        <translation>不确定：不像数字</translation>
    </message>
    <message>
        <source>Not sure: {first} or {second}?</source>
        <translation>不确定：{first} 还是 {second}？</translation>
    </message>
    <message>
        <source>margin {0}</source>
        <translation>差距 {0}</translation>
    </message>
    <message>
        <source>certainty {0}</source>
        <translation>把握 {0}</translation>
    </message>
    <message>
        <source>Now: {certainty}.</source>
        <translation>当前：{certainty}。</translation>
    </message>
    <message>
        <source>Now: {certainty}. Required: {needed}.</source>
        <translation>当前：{certainty}。需要：{needed}。</translation>
    </message>
    <message>
        <source>So low a threshold is enough because the not-a-digit class takes part of the probability: answers above it were rarely wrong.</source>
        <translation>这么低的阈值就够了，因为非数字类也占一部分概率：高于它的答案很少出错。</translation>
    </message>
    <message>
        <source>best output above {0}</source>
        <translation>最好的输出高于 {0}</translation>
    </message>
    <message>
        <source>runner-up below {0}</source>
        <translation>次好的低于 {0}</translation>
    </message>
    <message>
        <source>margin above {0}</source>
        <translation>差距大于 {0}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>Input · row {0}, column {1}</source>
        <translation>输入 · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, red · row {0}, column {1}</source>
        <translation>输入（红） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, green · row {0}, column {1}</source>
        <translation>输入（绿） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, blue · row {0}, column {1}</source>
        <translation>输入（蓝） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation>{0} 单元 {1}</translation>
    </message>
    <message>
        <source>{0} map {1} · row {2}, column {3}</source>
        <translation>{0} 特征图 {1} · 第 {2} 行，第 {3} 列</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading progress</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Stop reading; nothing is imported</source>
        <translation>停止读取；不导入任何内容</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>About {0} s left</source>
        <translation>大约还需 {0} 秒</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RecoveryCommands</name>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore what you were drawing? ({0})</source>
        <translation>要恢复之前所画的内容吗？（{0}）</translation>
    </message>
    <message>
        <source>The program ended before you closed it. Your drawing was kept.</source>
        <translation>程序在您关闭之前就结束了，您的手写稿已保留。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put the drawing and its undo history back; undo returns to what is here now</source>
        <translation>放回手写稿及其撤销历史；撤销可回到现在的内容</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the drawing that was kept</source>
        <translation>删除保留的手写稿</translation>
    </message>
</context>
<context>
    <name>Rejecting</name>
    <message>
        <source>As set in the network&apos;s file</source>
        <translation>按网络文件的设置</translation>
    </message>
    <message>
        <source>Always answers</source>
        <translation>总是作答</translation>
    </message>
    <message>
        <source>≤ {wrong} wrong in {answers}</source>
        <translation>每 {answers} 个最多错 {wrong} 个</translation>
    </message>
    <message>
        <source>Allow {wrong} mistake in {answers} answers</source>
        <translation>每 {answers} 个回答允许错 {wrong} 个</translation>
    </message>
    <message>
        <source>Allow {wrong} mistakes in {answers} answers</source>
        <translation>每 {answers} 个回答允许错 {wrong} 个</translation>
    </message>
    <message>
        <source>Not-a-digit class</source>
        <translation>非数字类</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Three thresholds (1990)</source>
        <translation>三个阈值（1990）</translation>
    </message>
    <message>
        <source>In addition to the classes there is a not-a-digit class (the paper&apos;s rubbish class) with constant evidence. The probability of the best class, computed with it, must be high enough.</source>
        <translation>除各类别外还有一个非数字类（论文中的 rubbish class），它的证据恒定。把它计算在内，最好的类别须有足够大的概率。</translation>
    </message>
    <message>
        <source>The best class must be clearly better than the runner-up.</source>
        <translation>最好的类别须明显优于次好的类别。</translation>
    </message>
    <message>
        <source>As in the network of 1990: the best output must be high enough, the runner-up low enough, and their difference large enough.</source>
        <translation>与 1990 年的网络一样：最强的输出须足够强，次强的须足够弱，两者之差须足够大。</translation>
    </message>
    <message>
        <source>Of {digits} digits that it was not trained on, {rejected} are rejected; of the rest, {error} are wrong.</source>
        <translation>在它没学过的 {digits} 个数字中，{rejected} 被拒识；其余的有 {error} 是错的。</translation>
    </message>
    <message>
        <source>Of {others} non-digits, {rejected} are rejected.</source>
        <translation>在 {others} 个非数字样本中，{rejected} 被拒识。</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>Accuracy by confidence</source>
        <translation>各置信度的准确率</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>理想</translation>
    </message>
</context>
<context>
    <name>ResultCommands</name>
    <message>
        <source>The next training starts from the weights of {0}.</source>
        <translation>下一次训练将从 {0} 的权重开始。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Test digit {0}, labelled {1}</source>
        <translation>测试数字 {0}，标签为 {1}</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>How well a network reads digits that it was not trained on. The error rate comes with its 95 % interval. The loss is the mean of −ln(probability of the right class); a penalty y counts as exp(−y). Click a cell of the table to see its digits, and a digit to put it onto the page.</source>
        <translation>网络识别未用于训练的数字的效果。错误率附有 95 % 区间。损失是 −ln(正确类别的概率) 的平均值；罚分 y 按 exp(−y) 计算。点击表格中的一格可查看其中的数字，点击数字可把它放到页面上。</translation>
    </message>
    <message>
        <source>Sample {0}, labelled {1}</source>
        <translation>样本 {0}，标签为 {1}</translation>
    </message>
    <message>
        <source>The table was saved.</source>
        <translation>表格已保存。</translation>
    </message>
</context>
<context>
    <name>ResultSide</name>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>test error</source>
        <translation>测试错误率</translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add the network to the library under a name, so that you can use it</source>
        <translation>给网络取个名称放入网络库，之后就可以使用它</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the trained network</source>
        <translation>删除训练出来的网络</translation>
    </message>
    <message>
        <source>Sh&amp;ow details</source>
        <translation>显示详情(&amp;O)</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>The digits that it misreads, and its kernels before and after training</source>
        <translation>它认错了哪些数字，以及训练前后的卷积核</translation>
    </message>
    <message>
        <source>Trained for {0}</source>
        <translation>训练了 {0}</translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Add the network to the library under a name of your choice</source>
        <translation>把网络以您选定的名称放入网络库</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Delete the network (asks first)</source>
        <translation>删除这个网络（会先询问）</translation>
    </message>
    <message>
        <source>Train &amp;further</source>
        <translation>继续训练(&amp;F)</translation>
    </message>
    <message>
        <source>Start another training from the weights of this network</source>
        <translation>从这个网络的权重开始另一次训练</translation>
    </message>
    <message>
        <source>E&amp;xport table …</source>
        <translation>导出表格(&amp;X)…</translation>
    </message>
    <message>
        <source>Save the table that is shown as a CSV file</source>
        <translation>把显示的表格保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Read the data below with {0} and count the errors</source>
        <translation>用 {0} 识别下面的数据并统计错误</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <source>{0} is being tested: {1} …</source>
        <translation>正在测试 {0}：{1} …</translation>
    </message>
    <message>
        <source>No network has been tested yet. The result of a training appears here. You can also test the network in use.</source>
        <translation>还没有测试过网络。训练的结果会显示在这里。您也可以测试当前使用的网络。</translation>
    </message>
    <message>
        <source>&amp;Test {0}</source>
        <translation>测试 {0}(&amp;T)</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} · trained for {1}</source>
        <translation>{0} · 训练了 {1}</translation>
    </message>
    <message>
        <source>test error</source>
        <translation>测试错误率</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>Validation: {0} · {1}</source>
        <translation>验证：{0} · {1}</translation>
    </message>
    <message>
        <source>Declines {0}; of the rest, {1} are wrong.</source>
        <translation>拒识 {0}；其余的有 {1} 是错的。</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0} 在 {1} 上</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练错误率</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Kept in the library as {0}.</source>
        <translation>已作为 {0} 保留在网络库中。</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>已丢弃。</translation>
    </message>
</context>
<context>
    <name>RunningRow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the training; the network trained so far can be kept (Shift+F5)</source>
        <translation>停止训练；可以保留到目前为止训练的网络 (Shift+F5)</translation>
    </message>
    <message>
        <source>Ad&amp;just …</source>
        <translation>调整(&amp;J)…</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Change the learning rate and image augmentation during training (F7)</source>
        <translation>在训练时更改学习率和图像增强 (F7)</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Resume the training (F6)</source>
        <translation>继续训练 (F6)</translation>
    </message>
    <message>
        <source>Pause the training (F6)</source>
        <translation>暂停训练 (F6)</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>{0} trained so far</source>
        <translation>已训练 {0}</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>1 or 7?</source>
        <translation>1 还是 7？</translation>
    </message>
    <message>
        <source>4 or 9?</source>
        <translation>4 还是 9？</translation>
    </message>
    <message>
        <source>Scribble</source>
        <translation>涂鸦</translation>
    </message>
    <message>
        <source>Ruled page</source>
        <translation>横格纸页</translation>
    </message>
    <message>
        <source>Sheet on a table</source>
        <translation>桌上的纸页</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>示例 {0}</translation>
    </message>
</context>
<context>
    <name>SamplesWindow</name>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>Click or press Enter to open a sample</source>
        <translation>单击或按 Enter 键打开示例</translation>
    </message>
</context>
<context>
    <name>ScrolledDigits</name>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Click a digit to put it onto the page</source>
        <translation>点击一个数字，它就会放到画板上并被识别</translation>
    </message>
    <message>
        <source>Digits as the network saw them. Choose one to put it onto the page.</source>
        <translation>网络看到的数字。选择一个，它就会放到画板上。</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the video</source>
        <translation>视频中的位置</translation>
    </message>
    <message>
        <source>Change the position: click, drag, or use the arrow keys, Page Up and Page Down</source>
        <translation>跳到别处：单击、拖动，或用方向键、Page Up 和 Page Down</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the video (Space)</source>
        <translation>暂停视频（空格键）</translation>
    </message>
    <message>
        <source>Play from here (Space)</source>
        <translation>从这里播放（空格键）</translation>
    </message>
    <message>
        <source>{at} of {length}</source>
        <translation>{at}，共 {length}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Draw a stroke</source>
        <translation>画一笔</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Paper colour</source>
        <translation>纸张颜色</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>&amp;Draw</source>
        <translation>手写(&amp;D)</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger</source>
        <translation>用鼠标、笔或手指书写</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>摄像头(&amp;C)</translation>
    </message>
    <message>
        <source>Read paper in front of a camera, a video, or the screen</source>
        <translation>识别摄像头前的纸、视频或屏幕</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Read one or many photos or screenshots</source>
        <translation>识别照片和截图，一张或多张</translation>
    </message>
    <message>
        <source>&amp;MNIST</source>
        <translation>&amp;MNIST</translation>
    </message>
    <message>
        <source>Browse the test digits of MNIST</source>
        <translation>浏览 MNIST 的测试数字</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>How the samples are split</source>
        <translation>样本如何划分</translation>
    </message>
    <message>
        <source>Training {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>测试 {0}</translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A complete set of settings: the best recipe, the paper&apos;s, or that of an article</source>
        <translation>一组完整的设置：最佳方案、论文的，或文章的</translation>
    </message>
    <message>
        <source>Architecture to train</source>
        <translation>要训练的架构</translation>
    </message>
    <message>
        <source>The architecture to train, from random weights</source>
        <translation>训练哪种架构，从随机权重开始</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>A time limit, or passes over the data; you can cancel at any time</source>
        <translation>限定的时间，或遍历数据的轮数；随时可以取消</translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation>全部设置(&amp;A)…</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>All training settings, with a preview of the image augmentation (F7)</source>
        <translation>训练的所有设置，图像增强可以预览 (F7)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start the training (F5)</source>
        <translation>开始训练 (F5)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Architect&amp;ure</source>
        <translation>架构(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>How &amp;long</source>
        <translation>时长(&amp;L)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{0} · read in {1} ms</source>
        <translation>{0} · 识别用时 {1} 毫秒</translation>
    </message>
    <message>
        <source> · pen to screen {0} ms</source>
        <translation> · 从笔到屏幕 {0} 毫秒</translation>
    </message>
</context>
<context>
    <name>StoppedSide</name>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the training where it stopped</source>
        <translation>从停下的地方继续训练</translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the network as trained so far</source>
        <translation>保留到目前为止训练的网络</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the network as trained so far</source>
        <translation>删除到目前为止训练的网络</translation>
    </message>
    <message>
        <source>The training was stopped.</source>
        <translation>训练已停止。</translation>
    </message>
    <message>
        <source>The training was stopped before there was anything to keep.</source>
        <translation>训练已停止，还没有可以保留的内容。</translation>
    </message>
    <message>
        <source>Its progress so far is saved.</source>
        <translation>到目前为止的进度已保存。</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Random samples of each class, as the network sees them</source>
        <translation>每个类别随机抽取的样本，即网络看到的样子</translation>
    </message>
    <message>
        <source>Other e&amp;xamples</source>
        <translation>换一些示例(&amp;X)</translation>
    </message>
    <message>
        <source>Show other random samples of each class</source>
        <translation>随机显示每个类别的其他样本</translation>
    </message>
    <message>
        <source>Samples: {0}</source>
        <translation>样本：{0}</translation>
    </message>
    <message>
        <source>Classes: {0}</source>
        <translation>类别：{0}</translation>
    </message>
    <message>
        <source>Writers: {0}</source>
        <translation>书写者：{0}</translation>
    </message>
</context>
<context>
    <name>TeacherBox</name>
    <message>
        <source>Teacher</source>
        <translation>教师网络</translation>
    </message>
    <message>
        <source>Teac&amp;her</source>
        <translation>教师网络(&amp;H)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Draw a digit on this page, with mouse, pen or finger. The network reads it while you draw; its answer is below.</source>
        <translation>用鼠标、笔或手指在画板上写一个数字。网络边写边识别，答案在下方。</translation>
    </message>
    <message>
        <source>Watch the maps</source>
        <translation>观察特征图</translation>
    </message>
    <message>
        <source>From left to right: the input, the feature maps of each layer, the answer. Orange is positive, blue negative. Draw another stroke, and watch them change.</source>
        <translation>从左到右依次是输入、各层的特征图和答案。橙色为正，蓝色为负。再写一笔，观察它们的变化。</translation>
    </message>
    <message>
        <source>A unit&apos;s arithmetic</source>
        <translation>单元的运算</translation>
    </message>
    <message>
        <source>Point at a small square in a map: that is a unit. Lines lead to the units that it reads; it multiplies each by a weight, adds them up, and the activation function makes its value of the sum.</source>
        <translation>指向特征图中的一个小方格，那就是一个单元。连线指向它读取的单元：每个值乘以一个权重后相加，再由激活函数将总和变为它的值。</translation>
    </message>
    <message>
        <source>Another network</source>
        <translation>换一个网络</translation>
    </message>
    <message>
        <source>Networks differ in their design and in what they learned from. Choose another one: it reads the same page at once.</source>
        <translation>各网络的结构和训练数据不同。请另选一个：它会立即识别同一块画板。</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>弄坏它</translation>
    </message>
    <message>
        <source>Switch maps off or change weights, and see when the answer changes. The network on the disk stays as it is.</source>
        <translation>关闭特征图或更改权重，看看答案何时改变。磁盘上的网络保持不变。</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Start trains a network on this computer. Draw meanwhile: the network in training reads your page.</source>
        <translation>按“开始”即可在本机上训练网络。训练时可以继续书写：正在训练的网络会识别您的画板。</translation>
    </message>
    <message>
        <source>Your own digits</source>
        <translation>您自己的数字</translation>
    </message>
    <message>
        <source>Collect digits in your own handwriting, and train a network that knows it.</source>
        <translation>收集您手写的数字，训练一个认识您笔迹的网络。</translation>
    </message>
</context>
<context>
    <name>TourLink</name>
    <message>
        <source>Take the tour</source>
        <translation>功能导览</translation>
    </message>
    <message>
        <source>Show what the window can do, one stop after another</source>
        <translation>逐步介绍本窗口的功能</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>reading the data …</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>testing the result …</source>
        <translation>正在测试结果…</translation>
    </message>
    <message>
        <source>Custom settings</source>
        <translation>自定义设置</translation>
    </message>
    <message>
        <source>Settings that you chose yourself.</source>
        <translation>您自己选择的设置。</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0}前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation>95 %：{0} 到 {1}</translation>
    </message>
    <message>
        <source>The architecture to train.</source>
        <translation>要训练的架构。</translation>
    </message>
    <message>
        <source>The training data.</source>
        <translation>训练数据。</translation>
    </message>
    <message>
        <source>Whether the network sees the ink alone, centred and scaled as in MNIST, or each picture as it is, resized to its input, in colour if it has three channels.</source>
        <translation>网络只看墨迹（像 MNIST 那样居中和缩放），还是看每张原样的图片（缩放到输入大小，有三个通道时为彩色）。</translation>
    </message>
    <message>
        <source>The classes in the order of the outputs, separated by commas. Without any, those of the training data, sorted.</source>
        <translation>按输出顺序排列的类别，用逗号分隔。不填时为训练数据的类别，经排序。</translation>
    </message>
    <message>
        <source>How the random weights at the beginning are drawn: by the architecture&apos;s own scheme, as in the paper, or as PyTorch, Keras and tutorials do.</source>
        <translation>开始时如何抽取随机权重：按架构自己的方式、按论文，或按 PyTorch、Keras 和教程的做法。</translation>
    </message>
    <message>
        <source>Data for the final test, which runs once, at the end.</source>
        <translation>用于最后测试的数据，只在结束时测试一次。</translation>
    </message>
    <message>
        <source>Start from the weights of this checkpoint instead of random ones.</source>
        <translation>从这个检查点的权重开始，而不是随机权重。</translation>
    </message>
    <message>
        <source>Samples that are not digits, which the network learns to reject. Needs the loss MAP.</source>
        <translation>不是数字的样本，网络会学会拒识它们。需要 MAP 损失。</translation>
    </message>
    <message>
        <source>A list of writers, each on a line with the name of a stroke set and of the writer. The network is not trained on them; the result is tested on them.</source>
        <translation>书写者列表，每行写明笔画集和书写者。网络不用他们的数字训练；结果在他们的数字上测试。</translation>
    </message>
    <message>
        <source>Stroke augmentation: how many altered copies of each drawing of a stroke set to make, as if by other hands and pens. Each pass uses a few of them. 0: the drawings alone.</source>
        <translation>笔画增强：为笔画集的每份手写稿生成多少个改变后的副本，像是出自其他人和其他的笔。每轮使用其中几个。0：只用原稿。</translation>
    </message>
    <message>
        <source>Learn from the answers of these trained networks to each digit, and not from its label alone.</source>
        <translation>不只从每个数字的标签学习，也从这些训练好的网络对它的回答学习。</translation>
    </message>
    <message>
        <source>The share of the loss that comes from the teachers; the rest comes from the labels.</source>
        <translation>损失中来自教师网络的比例；其余来自标签。</translation>
    </message>
    <message>
        <source>The number of passes over the training data.</source>
        <translation>遍历训练数据的轮数。</translation>
    </message>
    <message>
        <source>The training time in seconds. The learning rate follows the clock, so that its schedule is complete at the end.</source>
        <translation>训练时间（秒）。学习率随时间变化，使其调度在结束时正好完成。</translation>
    </message>
    <message>
        <source>Digits per step. Small batches learn more from each digit; large ones are faster.</source>
        <translation>每步的数字个数。小批从每个数字学到更多；大批更快。</translation>
    </message>
    <message>
        <source>How the weights follow the gradient. AdamW and Adam adapt the step of each weight; SGD takes plain steps with momentum; Levenberg-Marquardt is the paper&apos;s stochastic diagonal method.</source>
        <translation>权重如何跟随梯度。AdamW 和 Adam 为每个权重调整步长；SGD 是带动量的普通步；Levenberg-Marquardt 是论文的随机对角方法。</translation>
    </message>
    <message>
        <source>The peak learning rate. Too small learns slowly, too large learns nothing. Can be changed during training.</source>
        <translation>学习率的峰值。太小学得慢，太大什么也学不到。训练时也可以更改。</translation>
    </message>
    <message>
        <source>How the learning rate changes: along half a cosine down to 0, not at all, or by epoch as listed in the paper.</source>
        <translation>学习率如何变化：沿半个余弦降到 0，不变，或按论文所列逐轮变化。</translation>
    </message>
    <message>
        <source>The share of all steps in which the learning rate rises from 0 to its peak.</source>
        <translation>学习率从 0 升到峰值所占的步数比例。</translation>
    </message>
    <message>
        <source>Pulls the weights towards 0, so that none grows without need. For AdamW.</source>
        <translation>把权重拉向 0，避免不必要的增大。用于 AdamW。</translation>
    </message>
    <message>
        <source>The share of the previous step that SGD keeps in the next one.</source>
        <translation>SGD 的下一步保留上一步的比例。</translation>
    </message>
    <message>
        <source>The network that is tested and kept is a running average of the weights; this share of the average stays at each step. 0: the latest weights themselves.</source>
        <translation>用于测试和保留的网络是权重的滑动平均；每步保留平均值的这个比例。0：直接用最新的权重。</translation>
    </message>
    <message>
        <source>The loss to minimise. MAP (the paper&apos;s equation 9) also pushes wrong classes away; squared error (equation 8) does not; cross-entropy is for probabilities.</source>
        <translation>要减小的损失。MAP（论文公式 9）还会推开错误的类别；平方误差（公式 8）不会；交叉熵用于概率。</translation>
    </message>
    <message>
        <source>The constant j of the paper&apos;s MAP loss. Wrong classes are not pushed beyond this penalty, and non-digits are pushed beyond it.</source>
        <translation>论文中 MAP 损失的常数 j。错误的类别不会被推到超过这个惩罚值，非数字则被推到它之外。</translation>
    </message>
    <message>
        <source>How many digits to set aside. The network is not trained on them; they measure the validation error and set how certain an answer must be.</source>
        <translation>留出多少个数字。网络不用它们训练；用它们测量验证错误率，并确定作答需要多大把握。</translation>
    </message>
    <message>
        <source>Which digits to set aside: random ones (whole writers where they are known), or the first ones (outside MNIST, the first of each class).</source>
        <translation>留出哪些数字：随机（已知书写者时按书写者整体留出），或最前面的（除 MNIST 外，是每个类别最前面的）。</translation>
    </message>
    <message>
        <source>The seed of the random numbers: the same seed on the same CPU gives the same training.</source>
        <translation>随机数种子：在同一 CPU 上，相同的种子得到相同的训练。</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda, cuda:1, mps ...</source>
        <translation>在哪里计算：auto、cpu、cuda、cuda:1、mps ...</translation>
    </message>
    <message>
        <source>The number of CPU cores to use. More are seldom faster for so small a network, and slow everything else down.</source>
        <translation>用于计算的核心数。对这么小的网络，更多核心很少更快，还会拖慢其他程序。</translation>
    </message>
    <message>
        <source>The largest rotation in either direction, in degrees.</source>
        <translation>向两侧最多旋转的度数。</translation>
    </message>
    <message>
        <source>The largest change of size: 0.1 makes digits up to a tenth larger or smaller.</source>
        <translation>大小的最大变化：0.1 使数字最多放大或缩小十分之一。</translation>
    </message>
    <message>
        <source>The largest slant: columns that a row may be shifted against the one below.</source>
        <translation>最大的倾斜：一行相对下一行最多平移的列数。</translation>
    </message>
    <message>
        <source>The largest shift in each direction, in pixels.</source>
        <translation>每个方向最多平移的像素数。</translation>
    </message>
    <message>
        <source>How far parts of a digit are bent on average, in pixels.</source>
        <translation>数字各部分平均弯曲的像素数。</translation>
    </message>
    <message>
        <source>Control points per side: few for broad bends, many for fine ones.</source>
        <translation>每边的控制点数：少则弯曲平缓，多则细密。</translation>
    </message>
    <message>
        <source>The share of digits that are left as they are.</source>
        <translation>保持原样的数字所占的比例。</translation>
    </message>
    <message>
        <source>The share of digits that are blurred a little, as in photos.</source>
        <translation>像照片那样略微模糊的数字所占的比例。</translation>
    </message>
</context>
<context>
    <name>TrainingClasses</name>
    <message>
        <source>Classes: reading the data …</source>
        <translation>类别：正在读取数据…</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{1} 的 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingCommands</name>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
</context>
<context>
    <name>TrainingField</name>
    <message>
        <source>Image augmentation</source>
        <translation>图像增强</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Validation digits</source>
        <translation>验证数字(&amp;V)</translation>
    </message>
    <message>
        <source>Selectio&amp;n</source>
        <translation>选取方式(&amp;W)</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>first ones</source>
        <translation>最前面的</translation>
    </message>
    <message>
        <source>Teache&amp;r&apos;s share</source>
        <translation>教师的比例(&amp;R)</translation>
    </message>
    <message>
        <source>Networ&amp;k sees</source>
        <translation>网络看到(&amp;K)</translation>
    </message>
    <message>
        <source>ink, as in MNIST</source>
        <translation>墨迹，如 MNIST</translation>
    </message>
    <message>
        <source>whole pictures</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>&amp;First weights</source>
        <translation>初始权重(&amp;F)</translation>
    </message>
    <message>
        <source>the architecture&apos;s own</source>
        <translation>架构自带的</translation>
    </message>
    <message>
        <source>as in the paper (1998)</source>
        <translation>如论文（1998）</translation>
    </message>
    <message>
        <source>PyTorch&apos;s default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>Keras&apos; default (Glorot)</source>
        <translation>Keras 默认（Glorot）</translation>
    </message>
    <message>
        <source>Xavier (tutorials)</source>
        <translation>Xavier（教程）</translation>
    </message>
    <message>
        <source>normal, 0.1 (tutorials)</source>
        <translation>正态分布，0.1（教程）</translation>
    </message>
    <message>
        <source>He (for ReLU)</source>
        <translation>He（用于 ReLU）</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Optimiser</source>
        <translation>优化器(&amp;O)</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Levenberg-Marquardt (1998)</source>
        <translation>Levenberg-Marquardt (1998)</translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation>学习率(&amp;R)</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>调度(&amp;D)</translation>
    </message>
    <message>
        <source>cosine, down to 0</source>
        <translation>余弦，降到 0</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>as published in 1998</source>
        <translation>1998 年论文</translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation>预热(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Momentum</source>
        <translation>动量(&amp;M)</translation>
    </message>
    <message>
        <source>Weight de&amp;cay</source>
        <translation>权重衰减(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Average</source>
        <translation>平均(&amp;A)</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失(&amp;L)</translation>
    </message>
    <message>
        <source>MAP with j (1998)</source>
        <translation>带 j 的 MAP (1998)</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>&amp;j</source>
        <translation>&amp;j</translation>
    </message>
    <message>
        <source>Stroke au&amp;gmentation</source>
        <translation>笔画增强(&amp;G)</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>线程(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rotation</source>
        <translation>旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>S&amp;lant</source>
        <translation>倾斜(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;hift</source>
        <translation>平移(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Elastic</source>
        <translation>弹性(&amp;E)</translation>
    </message>
    <message>
        <source>Elastic &amp;points</source>
        <translation>弹性点数(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;oftened share</source>
        <translation>柔化比例(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unchanged share</source>
        <translation>不变的比例(&amp;U)</translation>
    </message>
    <message>
        <source>Only for the loss MAP.</source>
        <translation>仅用于 MAP 损失。</translation>
    </message>
    <message>
        <source>Only for AdamW.</source>
        <translation>仅用于 AdamW。</translation>
    </message>
    <message>
        <source>Only for SGD.</source>
        <translation>仅用于 SGD。</translation>
    </message>
    <message>
        <source>Only on a CPU.</source>
        <translation>仅用于 CPU。</translation>
    </message>
    <message>
        <source>Only with a teacher.</source>
        <translation>选了教师网络才有这一项。</translation>
    </message>
    <message>
        <source>Not with squared error.</source>
        <translation>不能与平方误差一起使用。</translation>
    </message>
    <message>
        <source>Only for networks that see ink.</source>
        <translation>仅用于看墨迹的网络。</translation>
    </message>
    <message>
        <source>Settled by the network that it starts from.</source>
        <translation>由训练起点的网络决定。</translation>
    </message>
    <message>
        <source>Only for a training from random weights.</source>
        <translation>仅用于从随机权重开始的训练。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师网络</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>TrainingNotice</name>
    <message>
        <source>Unfinished training</source>
        <translation>未完成的训练</translation>
    </message>
    <message>
        <source>A training of {0} stopped at {1} % ({2}).</source>
        <translation>{0} 的训练停在 {1} %（{2}）。</translation>
    </message>
    <message>
        <source>validation error {0}</source>
        <translation>验证错误率 {0}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the training exactly where it stopped</source>
        <translation>从停下的地方原样继续训练</translation>
    </message>
    <message>
        <source>Keep the network</source>
        <translation>保留网络</translation>
    </message>
    <message>
        <source>End this training and add its network to the library</source>
        <translation>结束这次训练；网络放入网络库</translation>
    </message>
    <message>
        <source>Trained network</source>
        <translation>训练完成的网络</translation>
    </message>
    <message>
        <source>The network {0} was trained to the end, but is not kept yet ({1}).</source>
        <translation>网络 {0} 已训练完成，但尚未保留（{1}）。</translation>
    </message>
    <message>
        <source>test error {0}</source>
        <translation>测试错误率 {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add this network to the library</source>
        <translation>把这个网络放入网络库</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the network of this training</source>
        <translation>删除这次训练的网络</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>下次启动时再问</translation>
    </message>
</context>
<context>
    <name>TrainingOptions</name>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>A training is running. You can change the learning rate and the image augmentation.</source>
        <translation>训练正在进行。可以更改学习率和图像增强。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changes apply immediately.</source>
        <translation>更改立即生效。</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Trains a network on this computer while you watch: the loss, the error on the training digits, and the error on digits set aside for validation. Meanwhile the network in training reads the page. Nothing is lost: progress is saved to disk continuously.</source>
        <translation>在这台计算机上训练网络，您可以观看：损失、训练数字上的错误率，以及留作验证的数字上的错误率。同时由正在训练的网络识别画板上的内容。不会丢失任何东西：进度会不断保存到磁盘。</translation>
    </message>
    <message>
        <source>Starts from the weights of {0}.</source>
        <translation>从 {0} 的权重开始。</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>撤销(&amp;U)：{0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>重做(&amp;R)：{0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>read as a digit</source>
        <translation>识别为数字</translation>
    </message>
    <message>
        <source>the network is not sure</source>
        <translation>网络不确定</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>cut off by the edge of the picture</source>
        <translation>被图像边缘切断</translation>
    </message>
    <message>
        <source>not shaped like a digit</source>
        <translation>形状不像数字</translation>
    </message>
    <message>
        <source>much fainter than the others</source>
        <translation>比其他的淡得多</translation>
    </message>
    <message>
        <source>among too many non-digits</source>
        <translation>周围非数字的内容太多</translation>
    </message>
    <message>
        <source>part of the ruling</source>
        <translation>格线的一部分</translation>
    </message>
    <message>
        <source>does not match the size of its line</source>
        <translation>与同行的大小不符</translation>
    </message>
    <message>
        <source>outside the sheet of paper</source>
        <translation>在纸张之外</translation>
    </message>
</context>
<context>
    <name>WelcomeCommands</name>
    <message>
        <source>The opening is not played while motion is reduced.</source>
        <translation>已减少动态效果，因此不播放开场动画。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>D&amp;ata</source>
        <translation>数据(&amp;A)</translation>
    </message>
    <message>
        <source>Browse digits, and add your own</source>
        <translation>浏览数字，并添加自己的数字</translation>
    </message>
    <message>
        <source>Experime&amp;nt</source>
        <translation>实验(&amp;N)</translation>
    </message>
    <message>
        <source>Change any part, and see what happens</source>
        <translation>改动任何部分，看会发生什么</translation>
    </message>
    <message>
        <source>Look &amp;inside</source>
        <translation>深入观察(&amp;I)</translation>
    </message>
    <message>
        <source>See the kernels and connections behind each number</source>
        <translation>查看每个数值背后的卷积核和连接</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>识别(&amp;R)</translation>
    </message>
    <message>
        <source>Draw, and watch the network read</source>
        <translation>书写并观看网络识别</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train a network, and keep and compare networks</source>
        <translation>训练网络，保存并比较网络</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabs</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>_DataBox</name>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The data to train on; several sets can be mixed</source>
        <translation>用于训练的数据；可以混合多个数据集</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>See {0}</source>
        <translation>看{0}</translation>
    </message>
</context>
</TS>
